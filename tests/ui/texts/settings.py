"""The page of settings: what opens the vault, its check, its backups, wiping it."""

from typing import Final

# What opens the vault
TYPE_PRESENT_PASSPHRASE: Final = "Type the present passphrase"
NEEDS_KEYFILE_NOW: Final = "keyfile too"
KEYFILE_CREATED: Final = "A new keyfile was made: {}"
KEYFILE_TOGETHER: Final = "keyfile together"
PASSPHRASE_ALONE: Final = "alone"
RECOVERY_WORDS_COUNT: Final = "new recovery words count"
NEW_DATA_KEY: Final = "new data key"
NEW_KEY_COUNTS: Final = "words count already, and nothing is lost"
DISK_FULL: Final = "The disk is full."
AS_IT_WAS_BEFORE: Final = "everything is then as it was before"
COMPUTER_NO_FASTER: Final = "no faster"
GUESS_COSTS_MORE: Final = "{} MiB now; it was {} MiB"
GUESS_COSTS: Final = "{} MiB"
COMPUTER_MUCH_FASTER: Final = "much faster"
PASSPHRASE_CHANGED: Final = "The passphrase was changed."
CHANGING_PASSPHRASE: Final = "Changing the passphrase"
STRONG: Final = "Strong"
FAIR: Final = "Fair"
WEAK: Final = "Weak"
UNTIL_THEN_OLD_WORDS_OPEN: Final = "Until then they open nothing, and the old ones still do."

# Backups
NO_BACKUP: Final = "no backup"
BACKUP_NEVER_TRIED: Final = "nobody ever tried"
BACKUP_CAN_BE_RESTORED: Final = "can be restored"
RESTORE_WAS_TRIED: Final = "a restore was tried"
SOMETHING_DAMAGED: Final = "damaged"
BACKUP_NOT_WHOLE: Final = "not whole"
BACKUP_OLD: Final = "{} days ago"

# The check
NOT_AS_HISTORY_SAYS: Final = "not as its history says"
KEEP_BACKUP: Final = "backup"
VAULT_DAMAGED: Final = "is damaged"
HOLDS_WHAT_WAS_WRITTEN_DOWN: Final = "holds what was written down"
OLDER_COPY: Final = "older copy"
