"""The errors of contacts and bundles."""

from hrddesk.errors.base import HrdDeskError
from hrddesk.errors.records import FileUnreadable


class BundleError(HrdDeskError):
    """The base class of all errors of a bundle and of the contact who signed it."""

    exit_code = 60
    what = "The bundle cannot be read."
    safe = "Nothing of it was taken over."
    todo = "Ask the sender for it again."


# --- identity and contacts ------------------------------------------------------------------------------


class CardInvalid(HrdDeskError):
    exit_code = 50
    what = "This contact card does not prove itself: {why}."
    safe = "No contact was added or changed."
    todo = "Ask for the card again, over another way."


class CardTooNew(CardInvalid, BundleError):
    exit_code = 99
    what = "The contact card was written in a newer format (version {version})."
    safe = "No contact was added or changed, and nothing was taken over."
    todo = "Update HRDDesk, then try it again."


class CardExpired(BundleError):
    exit_code = 51
    what = "This contact card expired on {day}."
    safe = "Nothing was changed."
    todo = "Ask for a fresh card."


class ContactNotFound(HrdDeskError):
    exit_code = 52
    what = "There is no contact of that name."
    todo = "The page Hand-off lists all contacts."
    todo_in_commands = "`contact list` shows all of them."


class WrongWords(HrdDeskError):
    exit_code = 53
    what = "The words do not match this contact's key."
    safe = "The contact stays as it was, unverified."
    todo = "Compare again, speaking to the person. If they still differ, somebody may stand between you."


class ContactNotVerified(HrdDeskError):
    exit_code = 54
    what = "This contact was never verified."
    safe = "Nothing was written."
    todo = "Compare the twelve words with the person first."


class ContactKeyChanged(BundleError):
    exit_code = 55
    what = "There is another key for a contact of yours, without proof by the key that is known."
    safe = "The contact is blocked: nothing is sent to it or taken from it, and it keeps the old key."
    todo = (
        "Meet or call the person: the words that they read decide which key is theirs. If the card was "
        "somebody else's, say so on the page of contacts."
    )
    todo_in_commands = (
        "Meet or call the person: the words that they read (`contact verify`) decide which key is theirs."
        " If the card was somebody else's: `contact dismiss`."
    )


class ContactRevoked(BundleError):
    exit_code = 56
    what = "This contact was revoked since {day}."
    safe = "Nothing was written and nothing was taken over, whatever day it was signed on."
    todo = "Do not hand anything over; ask the person, in person, for the card of a new identity."


class ContactNameTaken(HrdDeskError):
    exit_code = 57
    what = "A contact that was revoked has that name."
    todo = "Choose another name."
    todo_in_commands = "Choose another name with --name."


class OwnCard(HrdDeskError):
    exit_code = 58
    what = "This is the card of this desk itself."
    safe = "No contact was added."
    todo = "Give it to others, and take the card that they give to you."


class ContactKnown(HrdDeskError):
    exit_code = 59
    what = "This card is of a contact that you have already, under another name."
    todo = "Take it without a name; the page of contacts lists them all."
    todo_in_commands = "Take it without a name; `contact list` shows all contacts with their fingerprints."


class ContactKeyGivenUp(BundleError):
    exit_code = 100
    what = "This is signed by a key that a contact of yours gave up for another one."
    safe = "Nothing was taken over and the contact stays as it is."
    todo = (
        "Ask for it again, signed by the new key. "
        "If the person changed no key, trust neither before you compared the words."
    )


class RotatedBefore(HrdDeskError):
    exit_code = 103
    what = "The keys of this desk were replaced not long ago; contacts may still be on the way to follow."
    safe = "The identity stays as it is."
    todo = "Wait until {day}. If the keys are lost or stolen, do not wait: begin a new identity."
    todo_in_commands = "Wait until {day}. If the keys are lost or stolen, do not wait: `identity lost`."


class ContactNotClaimed(HrdDeskError):
    exit_code = 101
    what = "Nobody claimed another key for this contact."
    todo = "The page of contacts shows how far each of them is trusted."
    todo_in_commands = "`contact list` shows how far each of them is trusted."


class ContactLineMissing(HrdDeskError):
    exit_code = 104
    what = "The list of contacts has no line {line}."
    safe = "No contact was added or changed."
    todo = "Open the review again: it shows the lines with their numbers."
    todo_in_commands = "`contact proposals` shows its lines with their numbers."


class NotACoordinator(HrdDeskError):
    exit_code = 102
    what = "The sender of this list is no coordinator of yours who is verified."
    safe = "No contact was added or changed."
    todo = "Compare the words, then say on the page of contacts that you take contacts on this one's word."
    todo_in_commands = (
        "Compare the words, then say with `contact coordinator` that you take contacts on this one's word."
    )


# --- bundles --------------------------------------------------------------------------------------------


class NotABundle(BundleError):
    exit_code = 61
    what = "This is not a bundle of HRDDesk."
    todo = "Choose a file that ends in .hrdb."


class BundleTooNew(BundleError):
    exit_code = 62
    what = "The bundle was written in a newer format (version {version})."
    todo = "Update HRDDesk, then read it again."


class BundleNotForMe(BundleError):
    exit_code = 63
    what = "The bundle is sealed to somebody else, or to a key of yours that is gone."
    todo = "Send your current contact card to the sender and ask for it again."


class BundleMediumGone(BundleError, FileUnreadable):
    exit_code = 109
    what = "{path} went away while it was read: {why}."
    safe = "Nothing of it was taken over."
    todo = "Put the medium in again and read the bundle once more."


class BundleDamaged(BundleError):
    exit_code = 64
    what = "The bundle is damaged or was altered ({where})."


class BundleTooLarge(BundleError):
    exit_code = 65
    what = "The bundle is larger than a reader accepts ({what_part})."
    safe = "Nothing of it was written or taken over."
    todo = "Ask the sender for several smaller ones."
    todo_in_commands = "Make several smaller ones, or ask the sender for them."


class BundleContactsTooMany(BundleError):
    exit_code = 120
    what = "The bundle brings a list of more than {most} contacts: more than anybody can look through."
    todo = "Ask the sender to share fewer contacts at once."


class BundleAsksTooMuch(BundleError):
    exit_code = 121
    what = "The bundle asks you for more than {most} records and files: more than anybody can look through."
    todo = "Do not trust it before you spoke to the sender, who can ask for less and write it again."


class BundleMalformed(BundleError):
    exit_code = 66
    what = "The inside of the bundle breaks the rules of the format ({why})."
    todo = "Do not trust it. Tell the sender."


class BundleCardExpired(CardExpired):
    exit_code = 106
    what = "The bundle is too old: its sender's own card, which it was signed with, expired on {day}."
    safe = "Nothing of it was taken over."
    todo = "Ask the sender for a new bundle. If it was just written, compare the dates of both computers."


class BundleRecordUnknown(BundleError):
    exit_code = 105
    what = "The bundle has {what_part} that this version of HRDDesk does not know."
    todo = "Update HRDDesk, then read it again. If that does not help, do not trust it, and tell the sender."


class BundleOfThisDesk(BundleError):
    exit_code = 107
    what = "This bundle was written by this desk itself."
    todo = "Give it to the one whom it is for. If it came from somebody else, ask how they got it."


class BundleSignatureBad(BundleError):
    exit_code = 67
    what = "The {which} signature does not hold: it is of another bundle, or something was altered since."
    todo = "Do not trust it. Tell the sender."


class BundleSignatureMissing(BundleSignatureBad):
    exit_code = 96
    what = "The {which} signature is missing; a bundle has two."


class BundleSignatureMisshapen(BundleSignatureBad):
    exit_code = 97
    what = "What stands for the {which} signature is none: it has another form or length."


class BundleSignatureOfAnother(BundleSignatureBad):
    exit_code = 98
    what = "The {which} signature was made by another key than the sender's."


class BundleCardUnproven(BundleSignatureBad):
    exit_code = 108
    what = "The sender's contact card in the bundle does not prove itself: {why}."


class BundleSenderUnknown(BundleError):
    exit_code = 68
    what = "The sender of the bundle is not among your contacts: nobody you know has the key {words}."
    todo = "Add the sender's card and verify it, then read the bundle again."


class BundleSeenBefore(BundleError):
    exit_code = 69
    what = "This bundle was read before; its review is number {review} ({state})."
    safe = "Nothing new was taken over."
    todo = "Open that review."


class BundleKindDisputed(BundleError):
    exit_code = 193
    what = "A record in the bundle is of another kind in review {review}, which waits: one is false."
    safe = "Nothing of it was taken over."
    todo = "Look at that review; if it is the false one, reject it and read this again. Ask both senders."


class BundleNotAddressedToMe(BundleError):
    exit_code = 70
    what = "The sender did not address this bundle to you; somebody forwarded it."
    todo = "Ask the sender."


class NoBundlesFound(HrdDeskError):
    exit_code = 119
    what = "There is no bundle in {path}: no file there ends in .hrdb."
    safe = "Nothing was read."
    todo = "Choose the folder that holds the bundles, or the files themselves."


class ReviewNotFound(HrdDeskError):
    exit_code = 71
    what = "There is no review {review}."
    todo = "The page Hand-off lists them."
    todo_in_commands = "The page of bundles lists them."


class ReviewClosed(HrdDeskError):
    exit_code = 72
    what = "Review {review} is closed ({state})."
    todo = "Undo it first, or read the bundle again."


class ReviewConflict(HrdDeskError):
    exit_code = 73
    what = "Records that were changed on both sides: {count}."
    safe = "Nothing was merged."
    todo = "Choose for them: theirs or ours."
    todo_in_commands = "Choose for them: --take theirs or --take ours, or field by field: --field."


class NothingToAcknowledge(HrdDeskError):
    exit_code = 118
    what = "No bundle of this contact was read here, so there is nothing to acknowledge or to ask for."
    safe = "Nothing was changed."
    todo = "Read a bundle of the contact first."


# --- hand off and forget --------------------------------------------------------------------------------


class ReceiptMissing(HrdDeskError):
    exit_code = 76
    what = "The coordinator has not acknowledged {count} of the records that would go."
    safe = "Nothing was written and nothing was forgotten."
    todo = "Wait for the receipt. Where waiting is too dangerous, name it an emergency."
    todo_in_commands = (
        "Wait for the receipt. Where waiting is too dangerous, name it an emergency: --emergency."
    )


class CardTooShort(HrdDeskError):
    exit_code = 77
    what = "This contact's card is valid until {day}, which is less than {days} days."
    safe = "Nothing was written and nothing was forgotten."
    todo = "Ask the person for a fresh card: the key must still be there when the bundle arrives."


class ForgettingUnfinished(HrdDeskError):
    exit_code = 78
    what = "The cases are forgotten, but traces may still lie in the vault's files: the disk took no more."
    safe = "The bundle is complete, and what stays in the vault is whole."
    todo = "Free some space and open the vault again: it finishes by itself."


# --- tables of others -----------------------------------------------------------------------------------


class MappingInvalid(HrdDeskError):
    exit_code = 110
    what = "This is no mapping of columns: {why}."
    todo = "The help page “Import any table” describes what a mapping holds."
    todo_in_commands = (
        "`mapping propose FILE` writes one for a table; the help page “Import any table” describes it."
    )


class MappingNotFound(HrdDeskError):
    exit_code = 111
    what = "There is no mapping of columns of that name."
    todo = "The page Import lists all of them."
    todo_in_commands = "`mapping list` shows all of them."


class NoMappingFits(HrdDeskError):
    exit_code = 112
    what = "It is not known which columns of {path} go where: no mapping has just these columns."
    todo = "Choose a field for each column on the page Import."
    todo_in_commands = (
        "Choose it on the page Import, or write it with `mapping propose FILE` and name it with --mapping."
    )


# --- pasted reports -------------------------------------------------------------------------------------


class ProposalNotFound(HrdDeskError):
    exit_code = 113
    what = "The report has no proposal {proposal}."
    todo = "Read the report again: proposals change when its text changes."
    todo_in_commands = "`paste read FILE` shows all of them. They change when the text changes."


class PastedPersonMissing(HrdDeskError):
    exit_code = 114
    what = "This vault already has a person called {person}, to whom the event happened."
    todo = "Say first whether it is the same person: take the person, then the event."
