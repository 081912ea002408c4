"""`python -m planreview`."""

import sys

from planreview.cli import main

sys.exit(main())
