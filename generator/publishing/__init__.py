"""What stands between the build and the public: the gate, and the swap of the old site for the new."""
