"""The words of what goes wrong with contacts, bundles and publications."""

from typing import Final

from hrddesk import errors
from hrddesk.errors import HrdDeskError
from hrddesk_ui.error_words.stock_sentences import NOTHING_CHANGED, NOTHING_FORGOTTEN, Words
from hrddesk_ui.words.marking import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

TEXTS: Final[dict[type[HrdDeskError], Words]] = {
    errors.CardInvalid: (
        QT_TRANSLATE_NOOP("Errors", "This contact card does not prove itself: {why}."),
        QT_TRANSLATE_NOOP("Errors", "No contact was added or changed."),
        QT_TRANSLATE_NOOP("Errors", "Ask for the card again, over another way."),
    ),
    errors.CardTooNew: (
        QT_TRANSLATE_NOOP("Errors", "The contact card was written in a newer format (version {version})."),
        QT_TRANSLATE_NOOP("Errors", "No contact was added or changed, and nothing was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Update HRDDesk, then try it again."),
    ),
    errors.CardExpired: (
        QT_TRANSLATE_NOOP("Errors", "This contact card expired on {day}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Ask for a fresh card."),
    ),
    errors.ContactNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no contact of that name."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "The page Hand-off lists all contacts."),
    ),
    errors.WrongWords: (
        QT_TRANSLATE_NOOP("Errors", "The words do not match this contact's key."),
        QT_TRANSLATE_NOOP("Errors", "The contact stays as it was, unverified."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Compare again, speaking to the person. If they still differ, somebody may stand between you.",
        ),
    ),
    errors.ContactNotVerified: (
        QT_TRANSLATE_NOOP("Errors", "This contact was never verified."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was written."),
        QT_TRANSLATE_NOOP("Errors", "Compare the twelve words with the person first."),
    ),
    errors.ContactKeyChanged: (
        QT_TRANSLATE_NOOP(
            "Errors", "There is another key for a contact of yours, without proof by the key that is known."
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "The contact is blocked: nothing is sent to it or taken from it, and it keeps the old key.",
        ),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Meet or call the person: the words that they read decide which key is theirs. "
            "If the card was somebody else's, say so on the page of contacts.",
        ),
    ),
    errors.ContactRevoked: (
        QT_TRANSLATE_NOOP("Errors", "This contact was revoked since {day}."),
        QT_TRANSLATE_NOOP(
            "Errors", "Nothing was written and nothing was taken over, whatever day it was signed on."
        ),
        QT_TRANSLATE_NOOP(
            "Errors", "Do not hand anything over; ask the person, in person, for the card of a new identity."
        ),
    ),
    errors.ContactNameTaken: (
        QT_TRANSLATE_NOOP("Errors", "A contact that was revoked has that name."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose another name."),
    ),
    errors.ContactKeyGivenUp: (
        QT_TRANSLATE_NOOP(
            "Errors", "This is signed by a key that a contact of yours gave up for another one."
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing was taken over and the contact stays as it is."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask for it again, signed by the new key. "
            "If the person changed no key, trust neither before you compared the words.",
        ),
    ),
    errors.RotatedBefore: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The keys of this desk were replaced not long ago; contacts may still be on the way to follow.",
        ),
        QT_TRANSLATE_NOOP("Errors", "The identity stays as it is."),
        QT_TRANSLATE_NOOP(
            "Errors", "Wait until {day}. If the keys are lost or stolen, do not wait: begin a new identity."
        ),
    ),
    errors.ContactNotClaimed: (
        QT_TRANSLATE_NOOP("Errors", "Nobody claimed another key for this contact."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "The page of contacts shows how far each of them is trusted."),
    ),
    errors.ContactLineMissing: (
        QT_TRANSLATE_NOOP("Errors", "The list of contacts has no line {line}."),
        QT_TRANSLATE_NOOP("Errors", "No contact was added or changed."),
        QT_TRANSLATE_NOOP("Errors", "Open the review again: it shows the lines with their numbers."),
    ),
    errors.NotACoordinator: (
        QT_TRANSLATE_NOOP("Errors", "The sender of this list is no coordinator of yours who is verified."),
        QT_TRANSLATE_NOOP("Errors", "No contact was added or changed."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Compare the words, then say on the page of contacts that you take contacts on this one's word.",
        ),
    ),
    errors.OwnCard: (
        QT_TRANSLATE_NOOP("Errors", "This is the card of this desk itself."),
        QT_TRANSLATE_NOOP("Errors", "No contact was added."),
        QT_TRANSLATE_NOOP("Errors", "Give it to others, and take the card that they give to you."),
    ),
    errors.ContactKnown: (
        QT_TRANSLATE_NOOP("Errors", "This card is of a contact that you have already, under another name."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Take it without a name; the page of contacts lists them all."),
    ),
    errors.NothingToAcknowledge: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "No bundle of this contact was read here, so there is nothing to acknowledge or to ask for.",
        ),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Read a bundle of the contact first."),
    ),
    errors.ReceiptMissing: (
        QT_TRANSLATE_NOOP(
            "Errors", "The coordinator has not acknowledged {count} of the records that would go."
        ),
        NOTHING_FORGOTTEN,
        QT_TRANSLATE_NOOP(
            "Errors", "Wait for the receipt. Where waiting is too dangerous, name it an emergency."
        ),
    ),
    errors.CardTooShort: (
        QT_TRANSLATE_NOOP(
            "Errors", "This contact's card is valid until {day}, which is less than {days} days."
        ),
        NOTHING_FORGOTTEN,
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask the person for a fresh card: the key must still be there when the bundle arrives.",
        ),
    ),
    errors.ForgettingUnfinished: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The cases are forgotten, but traces may still lie in the vault's files: the disk took no more.",
        ),
        QT_TRANSLATE_NOOP("Errors", "The bundle is complete, and what stays in the vault is whole."),
        QT_TRANSLATE_NOOP("Errors", "Free some space and open the vault again: it finishes by itself."),
    ),
    errors.BundleError: (
        QT_TRANSLATE_NOOP("Errors", "The bundle cannot be read."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender for it again."),
    ),
    errors.NotABundle: (
        QT_TRANSLATE_NOOP("Errors", "This is not a bundle of HRDDesk."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Choose a file that ends in .hrdb."),
    ),
    errors.BundleTooNew: (
        QT_TRANSLATE_NOOP("Errors", "The bundle was written in a newer format (version {version})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Update HRDDesk, then read it again."),
    ),
    errors.BundleNotForMe: (
        QT_TRANSLATE_NOOP(
            "Errors", "The bundle is sealed to somebody else, or to a key of yours that is gone."
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Send your current contact card to the sender and ask for it again."),
    ),
    errors.BundleMediumGone: (
        QT_TRANSLATE_NOOP("Errors", "{path} went away while it was read: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Put the medium in again and read the bundle once more."),
    ),
    errors.BundleDamaged: (
        QT_TRANSLATE_NOOP("Errors", "The bundle is damaged or was altered ({where})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender for it again."),
    ),
    errors.BundleTooLarge: (
        QT_TRANSLATE_NOOP("Errors", "The bundle is larger than a reader accepts ({what_part})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender for several smaller ones."),
    ),
    errors.BundleContactsTooMany: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The bundle brings a list of more than {most} contacts: more than anybody can look through.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender to share fewer contacts at once."),
    ),
    errors.BundleAsksTooMuch: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The bundle asks you for more than {most} records and files: more than anybody can look through.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Do not trust it before you spoke to the sender, who can ask for less and write it again.",
        ),
    ),
    errors.BundleMalformed: (
        QT_TRANSLATE_NOOP("Errors", "The inside of the bundle breaks the rules of the format ({why})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Do not trust it. Tell the sender."),
    ),
    errors.BundleSignatureBad: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The {which} signature does not hold: it is of another bundle, or something was altered since.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Do not trust it. Tell the sender."),
    ),
    errors.BundleSignatureMissing: (
        QT_TRANSLATE_NOOP("Errors", "The {which} signature is missing; a bundle has two."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Do not trust it. Tell the sender."),
    ),
    errors.BundleSignatureMisshapen: (
        QT_TRANSLATE_NOOP(
            "Errors", "What stands for the {which} signature is none: it has another form or length."
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Do not trust it. Tell the sender."),
    ),
    errors.BundleSignatureOfAnother: (
        QT_TRANSLATE_NOOP("Errors", "The {which} signature was made by another key than the sender's."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Do not trust it. Tell the sender."),
    ),
    errors.BundleCardUnproven: (
        QT_TRANSLATE_NOOP("Errors", "The sender's contact card in the bundle does not prove itself: {why}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Do not trust it. Tell the sender."),
    ),
    errors.BundleCardExpired: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The bundle is too old: its sender's own card, which it was signed with, expired on {day}.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Ask the sender for a new bundle. If it was just written, compare the dates of both computers.",
        ),
    ),
    errors.BundleRecordUnknown: (
        QT_TRANSLATE_NOOP("Errors", "The bundle has {what_part} that this version of HRDDesk does not know."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Update HRDDesk, then read it again. "
            "If that does not help, do not trust it, and tell the sender.",
        ),
    ),
    errors.BundleOfThisDesk: (
        QT_TRANSLATE_NOOP("Errors", "This bundle was written by this desk itself."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP(
            "Errors", "Give it to the one whom it is for. If it came from somebody else, ask how they got it."
        ),
    ),
    errors.BundleSenderUnknown: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "The sender of the bundle is not among your contacts: nobody you know has the key {words}.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Add the sender's card and verify it, then read the bundle again."),
    ),
    errors.BundleSeenBefore: (
        QT_TRANSLATE_NOOP("Errors", "This bundle was read before; its review is number {review} ({state})."),
        QT_TRANSLATE_NOOP("Errors", "Nothing new was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Open that review."),
    ),
    errors.BundleKindDisputed: (
        QT_TRANSLATE_NOOP(
            "Errors",
            "A record in the bundle is of another kind in review {review}, which waits: one is false.",
        ),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Look at that review; if it is the false one, reject it and read this again. Ask both senders.",
        ),
    ),
    errors.BundleNotAddressedToMe: (
        QT_TRANSLATE_NOOP("Errors", "The sender did not address this bundle to you; somebody forwarded it."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it was taken over."),
        QT_TRANSLATE_NOOP("Errors", "Ask the sender."),
    ),
    errors.NoBundlesFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no bundle in {path}: no file there ends in .hrdb."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was read."),
        QT_TRANSLATE_NOOP("Errors", "Choose the folder that holds the bundles, or the files themselves."),
    ),
    errors.ReviewNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no review {review}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "The page Hand-off lists them."),
    ),
    errors.ReviewClosed: (
        QT_TRANSLATE_NOOP("Errors", "Review {review} is closed ({state})."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Undo it first, or read the bundle again."),
    ),
    errors.ReviewConflict: (
        QT_TRANSLATE_NOOP("Errors", "Records that were changed on both sides: {count}."),
        QT_TRANSLATE_NOOP("Errors", "Nothing was merged."),
        QT_TRANSLATE_NOOP("Errors", "Choose for them: theirs or ours."),
    ),
    errors.MappingInvalid: (
        QT_TRANSLATE_NOOP("Errors", "This is no mapping of columns: {why}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "The help page “Import any table” describes what a mapping holds."),
    ),
    errors.MappingNotFound: (
        QT_TRANSLATE_NOOP("Errors", "There is no mapping of columns of that name."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "The page Import lists all of them."),
    ),
    errors.NoMappingFits: (
        QT_TRANSLATE_NOOP(
            "Errors", "It is not known which columns of {path} go where: no mapping has just these columns."
        ),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Choose a field for each column on the page Import."),
    ),
    errors.ProposalNotFound: (
        QT_TRANSLATE_NOOP("Errors", "The report has no proposal {proposal}."),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("Errors", "Read the report again: proposals change when its text changes."),
    ),
    errors.PastedPersonMissing: (
        QT_TRANSLATE_NOOP(
            "Errors", "This vault already has a person called {person}, to whom the event happened."
        ),
        NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "Errors", "Say first whether it is the same person: take the person, then the event."
        ),
    ),
}
