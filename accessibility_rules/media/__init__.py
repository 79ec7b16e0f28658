"""Rules for the captions of a recording, as a page offers them; what a page itself must say of a recording is in html/."""
