"""What the stages hand to each other: frozen data, which imports nothing of ours."""
