"""The words of what goes wrong with the program, files and the system."""

from typing import Final

from hrddesk import errors
from hrddesk.errors import HrdDeskError
from hrddesk_ui.error_words.stock_sentences import NOTHING_CHANGED, Words
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

TEXTS: Final[dict[type[HrdDeskError], Words]] = {
    errors.HrdDeskError: (
        QT_TRANSLATE_NOOP("Errors", "Something went wrong."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Try again."),
    ),
    errors.ProfileNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no publication profile {profile}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose one of the profiles in the list."),
    ),
    errors.NothingToPublish: (
        QT_TRANSLATE_NOOP("Errors", "The profile lets nothing of these cases out."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Choose other cases, or mark what may be published. Whoever refused or withdrew is left out.",
        ),
    ),
    errors.LayoutFailed: (
        QT_TRANSLATE_NOOP("Errors", "The pages could not be laid out: {why}."),
        QT_TRANSLATE_NOOP("Errors", "No file was written."),
        QT_TRANSLATE_NOOP("Errors", "Try again."),
    ),
    errors.AuditFailed: (
        QT_TRANSLATE_NOOP("Errors", "The finished pages did not pass the audit: {findings}."),
        QT_TRANSLATE_NOOP("Errors", "The file was not put in place."),
        QT_TRANSLATE_NOOP("Errors", "Report this: it must never happen."),
    ),
    errors.PublicationNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no publication {number}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "The page Publish lists all of them under Published."),
    ),
    errors.IssueNotLatest: (
        QT_TRANSLATE_NOOP(
            "Errors", "Publication {number} is not the latest issue of its series: publication {latest} is."
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written."),
        QT_TRANSLATE_NOOP("Errors", "Choose publication {latest} under Issue before."),
    ),
    errors.CountNotVerified: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The count does not hold: this is not the opening of this card, or one of them was changed.",
        ),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Ask whoever gave you the card for its opening again. Until then trust neither."
        ),
    ),
    errors.OrganisationKeyUnreadable: (
        QT_TRANSLATE_NOOP("Errors", "This is not the key of an organisation, or it is damaged."),
        QT_TRANSLATE_NOOP("Errors", "The key that signs publications stays as it is."),
        QT_TRANSLATE_NOOP("Errors", "Ask the desk that wrote the file for it again."),
    ),
    errors.OrganisationKeyNotForMe: (
        QT_TRANSLATE_NOOP("Errors", "The key is sealed to somebody else, or to a key of yours that is gone."),
        QT_TRANSLATE_NOOP("Errors", "The key that signs publications stays as it is."),
        QT_TRANSLATE_NOOP(
            "Errors", "Give your current contact card to the desk that has the key, and ask for it again."
        ),
    ),
    errors.OrganisationKeyUnproven: (
        QT_TRANSLATE_NOOP("Errors", "No contact of yours has signed this key."),
        QT_TRANSLATE_NOOP("Errors", "The key that signs publications stays as it is."),
        QT_TRANSLATE_NOOP("Errors", "Take it from a desk whose card you have and whose words you compared."),
    ),
    errors.PicturesNotRead: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The file holds pictures or drawings, which no program reads.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing else was found in it that must not be there."),
        QT_TRANSLATE_NOOP("Errors", "Look at each of them yourself before you pass the file on."),
    ),
    errors.PdfUnreadable: (
        QT_TRANSLATE_NOOP("Errors", "{path} is not a PDF that can be read."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose another file."),
    ),
    errors.MayNameSomebody: (
        QT_TRANSLATE_NOOP(
            "Errors", "These words are, or may be, the name of somebody or something that may not be named."
        ),
        QT_TRANSLATE_NOOP("Errors", "They are still replaced."),
        QT_TRANSLATE_NOOP("Errors", "Let them stand only where they certainly mean something else."),
    ),
    errors.TextUndecided: (
        QT_TRANSLATE_NOOP("Errors", "Places that may name a person and are not decided yet: {count}."),
        QT_TRANSLATE_NOOP("Errors", "The text stays here until then."),
        QT_TRANSLATE_NOOP("Errors", "Decide about each of the places that are marked."),
    ),
    errors.FigureNotPublishable: (
        QT_TRANSLATE_NOOP(
            "Errors", "The figure {figure} asks for {field}, which the profile does not let out."
        ),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose another figure or another profile, or ask without it."),
    ),
    errors.PreviewOutdated: (
        QT_TRANSLATE_NOOP("Errors", "What would be printed has changed since it was previewed."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written."),
        QT_TRANSLATE_NOOP("Errors", "Look at the preview again before you publish."),
    ),
    errors.RisksUnanswered: (
        QT_TRANSLATE_NOOP("Errors", "Risks of this publication without an answer: {count}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written."),
        QT_TRANSLATE_NOOP("Errors", "Answer each of them under Risks and omissions."),
    ),
    errors.NetworkLockMissing: (
        QT_TRANSLATE_NOOP("Errors", "The network lock could not be set: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was opened."),
        QT_TRANSLATE_NOOP("Errors", "Do not use the program on this system."),
    ),
    errors.CountryPackWrong: (
        QT_TRANSLATE_NOOP("Errors", "The files of the country {country} contradict themselves: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was opened."),
        QT_TRANSLATE_NOOP(
            "Errors", "Correct the folder resources/countries/{country}, or install the program again."
        ),
    ),
    errors.LanguageFileWrong: (
        QT_TRANSLATE_NOOP("Errors", "The file of the language {language} is wrong: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was opened."),
        QT_TRANSLATE_NOOP(
            "Errors", "Correct the folder resources/languages/{language}, or install the program again."
        ),
    ),
    errors.SelfCheckFailed: (
        QT_TRANSLATE_NOOP("Errors", "The self-check failed: {why}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Do not use this copy of the program; install it again from a source that you trust."
        ),
    ),
    errors.OutputFailed: (  # of the command line only
        QT_TRANSLATE_NOOP("Errors", "The result could not be written out: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Either all of it was done or nothing."),
        QT_TRANSLATE_NOOP("Errors", "Look what is there before you repeat it."),
    ),
    errors.SystemRefused: (
        QT_TRANSLATE_NOOP("Errors", "The system refused something: {why}."),
        QT_TRANSLATE_NOOP("Errors", "What was saved before is safe; this step was undone."),
        QT_TRANSLATE_NOOP("Errors", "Check the disk and what you may do there, then try again."),
    ),
    errors.LockedForGood: (  # said on standard error, when there is no window any more
        QT_TRANSLATE_NOOP("Errors", "The vault was locked, and the window could not be shown again: {why}."),
        QT_TRANSLATE_NOOP("Errors", "What was saved is in the vault."),
        QT_TRANSLATE_NOOP("Errors", "Start the program again."),
    ),
    errors.WindowNotPossible: (  # said on standard error, before there is a window
        QT_TRANSLATE_NOOP("Errors", "The window cannot be opened: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was opened."),
        QT_TRANSLATE_NOOP("Errors", "Try again."),
    ),
}
