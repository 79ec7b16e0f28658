"""Makes all exports of the example anew; the recording has a script of its own, which needs ffmpeg and espeak-ng."""

import make_casem
import make_dynasty
import make_dynasty10
import make_tweb

for maker in (make_casem, make_dynasty, make_dynasty10, make_tweb):
    maker.main()
