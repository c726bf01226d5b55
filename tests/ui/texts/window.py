"""The frame around the pages: rail, top bar, message bar, help, what is said after opening."""

from typing import Final

# Rail and top bar
HELP: Final = "Help"
LOCK: Final = "Lock"

# Messages
OLDER_COPY_PUT_BACK: Final = "Somebody may have put an older copy"
ALARM_OVER: Final = "The alarm is over"
NOTHING_DAMAGED: Final = "Nothing is damaged"
EVIDENCE_DAMAGED: Final = "An evidence file is missing or damaged"
DISK_FULL: Final = "disk is full"
CANCEL: Final = "Cancel: {}"
BUNDLE_CANNOT_BE_READ: Final = "The bundle cannot be read."
SHOW_AGAIN: Final = "Show again"

# After opening
SWAP_MAY_BE_WRITTEN: Final = "The system may write memory to a disk that is not encrypted (swap)."
SWAP_NOT_ENCRYPTED: Final = "disk that is not encrypted (swap)"
HUNG: Final = "hung"
HUNG_LONG: Final = "hung for ten seconds"

# About
PROCESS_THAT_OPENS_NO_FILE: Final = "a process that can open no file"
NO_LANDLOCK: Final = "has no Landlock"
OUT_OF_SWAP: Final = "kept out of swap space"
