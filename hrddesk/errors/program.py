"""The errors of publications and of the program itself."""

from hrddesk.errors.base import HrdDeskError

# --- publishing -----------------------------------------------------------------------------------------


class ProfileNotFound(HrdDeskError):
    exit_code = 80
    what = "There is no publication profile {profile}."
    todo = "Choose one of the profiles in the list."
    todo_in_commands = "`profile list` shows all of them; the shipped ones are `names` and `labels`."


class NothingToPublish(HrdDeskError):
    exit_code = 81
    what = "The profile lets nothing of these cases out."
    todo = "Choose other cases, or mark what may be published. Whoever refused or withdrew is left out."


class LayoutFailed(HrdDeskError):
    exit_code = 82
    what = "The pages could not be laid out: {why}."
    safe = "No file was written."


class AuditFailed(HrdDeskError):
    exit_code = 83
    what = "The finished pages did not pass the audit: {findings}."
    safe = "The file was not put in place."
    todo = "Report this: it must never happen."


class PdfUnreadable(HrdDeskError):
    exit_code = 84
    what = "{path} is not a PDF that can be read."
    todo = "Choose another file."


class PicturesNotRead(HrdDeskError):
    exit_code = 205
    what = "The file holds pictures or drawings, which no program reads."
    safe = "Nothing else was found in it that must not be there."
    todo = "Look at each of them yourself before you pass the file on."


class MayNameSomebody(HrdDeskError):
    exit_code = 89
    what = "These words are, or may be, the name of somebody or something that may not be named."
    safe = "They are still replaced."
    todo = "Let them stand only where they certainly mean something else."
    todo_in_commands = "Let them stand only where they certainly mean something else: `--certain`."


class TextUndecided(HrdDeskError):
    exit_code = 200
    what = "Places that may name a person and are not decided yet: {count}."
    safe = "The text stays here until then."
    todo = "Decide about each of the places that are marked."
    todo_in_commands = "Decide about each: `text questions` asks them all, `text decide` about one place."


class FigureNotPublishable(HrdDeskError):
    exit_code = 90
    what = "The figure {figure} asks for {field}, which the profile does not let out."
    todo = "Choose another figure or another profile, or ask without it."


class PublicationNotFound(HrdDeskError):
    exit_code = 117
    what = "There is no publication {number}."
    todo = "The page Publish lists all of them under Published."
    todo_in_commands = "`publication list` shows all of them with their numbers."


class IssueNotLatest(HrdDeskError):
    exit_code = 201
    what = "Publication {number} is not the latest issue of its series: publication {latest} is."
    safe = "Nothing was written."
    todo = "Choose publication {latest} under Issue before."
    todo_in_commands = "Follow or correct publication {latest}."


class CountNotVerified(HrdDeskError):
    exit_code = 116
    what = "The count does not hold: this is not the opening of this card, or one of them was changed."
    todo = "Ask whoever gave you the card for its opening again. Until then trust neither."


class PreviewOutdated(HrdDeskError):
    exit_code = 125
    what = "What would be printed has changed since it was previewed."
    safe = "Nothing was written."
    todo = "Look at the preview again before you publish."


class RisksUnanswered(HrdDeskError):
    exit_code = 126
    what = "Risks of this publication without an answer: {count}."
    safe = "Nothing was written."
    todo = "Answer each of them under Risks and omissions."
    todo_in_commands = (
        "Look at them with `--preview`. Answer each kind with `--decisions FILE`, or all of them with "
        "`--accept-all-risks REASON`."
    )


class OrganisationKeyUnreadable(HrdDeskError):
    exit_code = 122
    what = "This is not the key of an organisation, or it is damaged."
    safe = "The key that signs publications stays as it is."
    todo = "Ask the desk that wrote the file for it again."


class OrganisationKeyNotForMe(HrdDeskError):
    exit_code = 123
    what = "The key is sealed to somebody else, or to a key of yours that is gone."
    safe = "The key that signs publications stays as it is."
    todo = "Give your current contact card to the desk that has the key, and ask for it again."


class OrganisationKeyUnproven(HrdDeskError):
    exit_code = 124
    what = "No contact of yours has signed this key."
    safe = "The key that signs publications stays as it is."
    todo = "Take it from a desk whose card you have and whose words you compared."


# --- the program itself ---------------------------------------------------------------------------------


class LockedForGood(HrdDeskError):
    exit_code = 86
    what = "The vault was locked, and the window could not be shown again: {why}."
    safe = "What was saved is in the vault."
    todo = "Start the program again."


class NetworkLockMissing(HrdDeskError):
    exit_code = 91
    what = "The network lock could not be set: {why}."
    safe = "Nothing was opened."
    todo = "Do not use the program on this system."


class SelfCheckFailed(HrdDeskError):
    exit_code = 92
    what = "The self-check failed: {why}."
    todo = "Do not use this copy of the program; install it again from a source that you trust."


class CountryPackWrong(HrdDeskError):
    exit_code = 203
    what = "The files of the country {country} contradict themselves: {why}."
    safe = "Nothing was opened."
    todo = "Correct the folder resources/countries/{country}, or install the program again."


class LanguageFileWrong(HrdDeskError):
    exit_code = 204
    what = "The file of the language {language} is wrong: {why}."
    safe = "Nothing was opened."
    todo = "Correct the folder resources/languages/{language}, or install the program again."


class WindowNotPossible(HrdDeskError):
    exit_code = 93
    what = "The window cannot be opened: {why}."
    safe = "Nothing was opened."
    todo = "Try again."
    todo_in_commands = "Everything can be done without it; `hrddesk help` lists the commands."


class OutputFailed(HrdDeskError):
    exit_code = 94
    what = "The result could not be written out: {why}."
    safe = "Either all of it was done or nothing."
    todo = "Look what is there before you repeat it."


class SystemRefused(HrdDeskError):
    exit_code = 95
    what = "The system refused something: {why}."
    safe = "What was saved before is safe; this step was undone."
    todo = "Check the disk and what you may do there, then try again."
