"""The pages before a vault is open: start, new vault, unlock, restore; and what is said after a wipe."""

from typing import Final

# Buttons
NEW_VAULT: Final = "New vault"
UNLOCK: Final = "Unlock"
I_WROTE_THEM_DOWN: Final = "I have written them down"

# A new vault
DIFFERS_FROM_SIX_WORDS: Final = "differs"
FOLDER_EXISTS: Final = "already"
RECOVERY_WORDS_NEVER_TYPED: Final = "never typed"
NEVER_TYPED_FROM_PAPER: Final = "never typed from your paper"

# Unlocking
WRONG_PASSPHRASE: Final = "Wrong passphrase, or this keyslot is damaged."
WRONG_PASSPHRASE_BRIEFLY: Final = "Wrong passphrase"
CHOOSE_VAULT: Final = "Choose the folder of the vault."
NOT_A_VAULT: Final = "is not a vault"
NEW_PASSPHRASES_DIFFER: Final = "differ"
TYPE_NEW_PASSPHRASE: Final = "Type a new passphrase."
RECOVERY_WORDS: Final = "recovery words"

# Keyfiles
NO_KEYFILE: Final = "no keyfile was given"
CHOOSE_KEYFILE: Final = "Choose the keyfile."
NEEDS_NO_KEYFILE: Final = "opens without one"
COULD_NOT_BE_READ: Final = "could not be read"
COULD_NOT_BE_WRITTEN: Final = "could not be written"

# Restoring a backup
RECOVERY_WORDS_ARE_24: Final = "24"
VAULT_RESTORED: Final = "was restored"
RESTORED_IN_PART: Final = "as far as"

# After a wipe
VAULT_DESTROYED: Final = "is destroyed"
NOT_ALL_REMOVED: Final = "could be removed"
