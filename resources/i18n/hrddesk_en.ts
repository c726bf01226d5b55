<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutView</name>
    <message>
        <source>Version {version}, Python {python}, {system}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An offline desk for people who document human-rights violations. Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it protects against, and what not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noto fonts, under the SIL Open Font License; the licence lies beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No network: this process and all it starts can open no connection. The system enforces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network lock does not hold: the program was not started in the ordinary way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system has no such lock. It ships no network code; that is all that holds here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the program crashes, no copy of its memory is written to the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the program crashes, a copy of its memory may reach the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs of this account cannot read its memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other programs of this account may read its memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>case begun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence taken into the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy saved outside the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence described</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken over from a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bundle taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earlier state put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brought back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AfterOpening</name>
    <message>
        <source>Somebody may have put an older copy of this vault in place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the vault in the settings, and compare it with your backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is much faster than the one that the vault was made for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the settings you can let each guess of the passphrase cost more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored is not as its history says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody may have put older parts back or altered them. The settings list what it is: compare it with your backup before you rely on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the vault is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed, and what can be read stays readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk may be failing. The settings list what it is: export what you need to another disk, and keep your backup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupView</name>
    <message>
        <source>One file with everything in this vault, encrypted as it is here. It is read again to its end before it gets its name, which says nothing. Best on a stick that you keep elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does all that a restore does with the file and the passphrase, and leaves nothing. It needs no second computer. Without such a test, a backup is only a hope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase that the vault had then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups that may still lie somewhere. Each opens what was in the vault then, by the passphrase of then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is destroyed; take it off the list …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was written and read again: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the vault is damaged, and so in the backup: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep your older backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It opens with the passphrase and the recovery words of now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a restore, below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup can be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in it was opened and checked; nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup opens, but is not whole: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup was made on {day}; a restore was tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You destroyed the file {path}, and every copy of it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is destroyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>The settings have a part for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault has no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a backup, but nobody ever tried to restore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last backup was made {days} days ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was done since is only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a restore was tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never tried</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseEdit</name>
    <message>
        <source>Working title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For you and your desk; it is never published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened, in your own words. It stays secret unless you review and release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open questions, what to do next. Never published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the case a working title, so that you find it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseEntriesView</name>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseHistoryView</name>
    <message>
        <source>History of what</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CasePeopleView</name>
    <message>
        <source>People of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet. Press Ctrl+P to add the first person or group, with as many names as there are: in Chinese, Uyghur, Tibetan, Latin letters, aliases, pen names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add somebody who is in the vault already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or find …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no longer in this case. The person and the events stay in the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>age {age}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CasePicker</name>
    <message>
        <source>Filter by name, word or reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases to choose from; Space ticks one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ticked} ticked, {shown} shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseSummaryView</name>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Cases; several can be selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseTableModel</name>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Parts of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>← Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list of cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the case; its people and events stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case was deleted. It lies in the recycle bin; its people and events stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Filter the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, word or reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the new case first, with Ctrl+S.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several cases are selected. Choose one in the list first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case in the list first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no case yet. Ctrl+N makes a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message>
        <source>No case holds these words. Try fewer letters, or another spelling of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cases yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a case: a file about one person or one set of events.

Ctrl+N makes a new one. “Import …” takes in a folder of spreadsheets and shows first what it would do. A bundle from a colleague comes in on the page Hand-off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a case in the list.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Looks at every page, compares every record with the history, and reads every evidence file. It takes a while in a large vault, and changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this vault as it is …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You know why the vault is not as it was left, and go on with it? The alarm ends; the history keeps that you did so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The alarm is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is damaged and nothing was put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The check found %n problem(s).</source>
        <translation>
            <numerusform>The check found %n problem.</numerusform>
            <numerusform>The check found %n problems.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page of settings lists them. Keep your backup.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>not verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the twelve words with the person before you send anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words were compared and match. Bundles can be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new key, signed by the old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the words again before you send anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key changed without proof, blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meet or call the person before you trust the new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent to this contact and nothing is taken from it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactsView</name>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contacts yet. Ask for the person&apos;s contact card and add it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact cards (*.card)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the contact, for yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that only you need to understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the words again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call or meet the person. They read the twelve words of their own page, or the digits; you type what you hear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The twelve words that the person reads to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the contact by these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust no more …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file with the contact card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact was added: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the words that the person reads to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words match. The contact is verified: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust this contact no more? Nothing is sent to it and nothing is taken from it: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact is not trusted any more: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was here is still open: whoever has this computer can show it again. {lock} locks the vault when you leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>An older copy may have been put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page of the database is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history was altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record is not as its history says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A contact, a review or a setting is not as its history says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search may miss something that is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An evidence file is missing or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part cannot be read to the end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>What you type cannot be kept until you save it: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was left here was typed in another version and cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was changed since you typed this. Saving writes what you changed here and leaves the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was deleted since you typed this. Bring it back first, then save.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftsView</name>
    <message>
        <source>Not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in these forms is kept in the vault&apos;s folder, sealed like everything else, until you save it or throw it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms that are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the form that is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw away what stands in the form that is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a case that was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {case}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was changed since. Saving leaves what others changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was deleted since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case in which this was typed was deleted since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the record back and open the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring the case back and open the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case is back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is back as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in this form will be gone for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDetails</name>
    <message>
        <source>it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyfile is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyfile: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lies in a vault, whose files change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not read back as it was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day is written 2026-01-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record of this kind has no such field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record of this kind has no such list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry of this list has no such field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record keeps a reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes up to 64 letters, digits, dots, strokes and dashes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it takes text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} to {1} characters that can be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the levels are public, restricted and secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the formats are: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a kit is a folder that holds any of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no import of that number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was undone before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records that were made since refer to what it brought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such act</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record was changed again since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this record has the states 1 to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in that state the record was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was changed that could be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing was undone that could be done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is an import; undo it where imports are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is what a bundle brought; take that back in its review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was there before was forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it changed was forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lies in the vault; take a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than any that this program writes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin as drafts.bin does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by another version of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged, or belongs to another vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more was typed than it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing of this bundle was accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no profile ever publishes this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no text yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it changed while it was being read; read it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too long for a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no form that is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no form that is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day and month could be read two ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a header of the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a header of the archive, or its order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something stands behind the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something stands behind a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something stands behind the last file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order of the manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a manifest that ends within a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the manifest of the tag files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file that is not named by its hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line of a manifest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: longer than {1} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: not in its canonical form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: not JSON of text and 64-bit integers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Ed25519 signature does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ML-DSA-65 signature does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a contact card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a contact card of version 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lines are missing or too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proof by the previous keys is missing or too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a signature is not base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its content breaks the rules of the format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer card of this contact is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a last line that does not end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record breaks the rules of its kind or of versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line longer than {0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its head does not fit its seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its files are smaller than was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it claims to come from this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file that no record speaks of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record of another kind than before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the records are not sorted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it claims changes of this vault that were never made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line of contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a line of receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the contact card&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contact card&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file inside is not the one that was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of files inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all files together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MiB, {1} passes, {2} lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine has no {0} MiB of memory free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes are set that have no meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a character that this program does not know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its seal does not fit its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {0} bytes, not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slot {0} makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds bytes that are no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin as keys.bin does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are {0} words, not {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the list: word {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the checksum does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the process ended with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} name(s) in the redacted model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is empty or cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a page does not decrypt or does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its copy under the new key is not whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin as one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is of another vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it would lie within the vault itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its database: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the history key is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not of its size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the header of {0}, or the file is cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a name that has no place in a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file that no record knows, or one twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>that row is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the words are others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the history key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, row {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (page {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of the file cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds more than one revision of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are bytes that belong to no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object is in the file that nothing refers to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file says something about its making</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the catalogue holds a key that is not on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file is attached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds a script or an action that runs by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file holds a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a page holds a small picture of itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file has layers that can be switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a page holds a note or another annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a link leads out of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture cannot be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a page is drawn with something that this program does not use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text cannot be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is as light as the paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is too small to be seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text lies outside its page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text is covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the text of the pages is not that of the approved model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a replacement text holds what the model does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a character map holds what the model does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a character that is drawn has no picture in its font, or another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bookmark holds what the model does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a secret of the vault stands in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a secret of the vault stands in the file&apos;s bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0} of the history was removed or altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {0} has no history: put in from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {0} is here though it was forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {0} is not as change {1} left it: put back or altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row of {0} has no history: put in from outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a row of {0} is not as change {1} left it: put back or altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the search index is not what the texts make it: put back or altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence {0} is missing or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {0} cannot be read to the end: a page is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacts, reviews and settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contacts, reviews or settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>party</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a spreadsheet file, not CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unexpected end of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line contains NUL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field larger than field limit ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head.bin is missing or damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database ends at {0}, head.bin at {1}: an older database was put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head.bin and the history of the database differ: one of them was put back or altered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys.bin is of generation {0}, the database knows {1}: an older one was put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HMAC verification failed for page {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong passphrase, or this keyslot is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again, use the recovery words, or open your backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys.bin is damaged: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The records were not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put keys.bin back from your backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault was written by a newer version (format {version}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with the newer version of HRDDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that holds keys.bin, usually named *.hrdv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the vault is missing: {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the vault from your backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the vault to a place where you may write, or make this one writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last changes of this vault wait in {path}, to be taken in where something can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed, and without them nothing was shown: it would be an older state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the whole folder of the vault to a disk where you may write, and open it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is safe; this step was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and repeat the step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is open in another window or command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is right, but the keyslot behind it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery words, or put keys.bin back from your backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database of the vault is damaged: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not changed, and what can still be read can be exported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the vault in the settings, then restore your backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the report: somebody may have put back an older copy, or the disk is failing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyslot asks for more work than this program allows ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was computed and nothing changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody may have altered keys.bin; put it back from your backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are not valid recovery words: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling and the order of all 24 words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase could not be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase is too weak: whoever takes the computer finds it by guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take six random words; sayings, names, dates and pinyin are guessed first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no record {ref}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted; go back to the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: this value cannot be taken: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: this is not a date that exists or can be understood: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write for example 2020, 2020-02, 2020-02-06, 2020-02/2020-06, 2020? or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ref} fits {count} records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the full reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the records by hand; the history shows what they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another record has the reference {ref}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: this format is not known: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the help page on import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems that the check found: {count}; the first: {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written and nothing was forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk did not read or write a part of the database: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before was not touched; this step was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back the vault up to another disk, then check it in the settings: this one may be failing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history of this vault does not hold what was written down for number {number}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check number and words for slips. If they are right, an older copy was put back: use your backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the database needs {needed} MiB, and {free} MiB are free on this disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step keeps the passphrase of the vault and needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a new passphrase by the recovery words first, then use that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault opens by passphrase and keyfile together, and no keyfile was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the keyfile too, or use the recovery words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A keyfile was given, and this vault opens without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again without the keyfile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was typed and not saved cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record is affected; the file was kept as {path} in the vault&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the records hold what you wrote last, and write again what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the record held then was forgotten, on purpose and for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history still says when something was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever the record was handed to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that cannot be taken: {count}; the first: {first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the rows and import again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the medium.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No part of it is left there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the medium and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a backup of this kind: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file that the vault was backed up to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup is damaged or was altered: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was restored, and the file was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try another backup. If this one lies on a stick, copy it to the computer and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The medium takes no file as large as {path} would be; FAT32, on most sticks, ends at 4 GiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a stick with another file system (exFAT, ext4), or another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new backup would lack something that an older one may have: {first} ({count} in all).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The older backup was not touched, and no new one was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the new one under another name, and keep both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was not wiped: {given} is not its id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which vault it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence file {ref} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was written out; the other files are not affected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from your backup or ask whoever sent it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence file {ref} is not in this vault; only its hash is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever sent the record for a bundle with the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact card does not prove itself: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact was added or changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the card again, over another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact card expired on {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a fresh card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no contact of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page Hand-off lists all contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words do not match this contact&apos;s key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact stays as it was, unverified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare again, speaking to the person. If they still differ, somebody may stand between you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact was never verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the twelve words with the person first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of this contact changed without proof.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact is blocked and keeps the old key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meet or call the person before you trust the new key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact was revoked since {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not hand anything over; ask the person for a new card in person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another contact has that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the card of this desk itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to others, and take the card that they give to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card is of a contact that you have already, under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it without a name; the page of contacts lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinator&apos;s receipt for these cases is not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the receipt. Where waiting is too dangerous, name it an emergency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This contact&apos;s card is valid until {day}, which is less than {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the person for a fresh card: the key must still be there when the bundle arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cases are forgotten, but traces may still lie in the vault&apos;s files: the disk took no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is complete, and what stays in the vault is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and open the vault again: it finishes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a bundle of HRDDesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that ends in .hrdb.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle was written in a newer format (version {version}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update HRDDesk, then read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is sealed to somebody else, or to a key of yours that is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send your current contact card to the sender and ask for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is damaged or was altered ({where}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is larger than a reader accepts ({what_part}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender for several smaller ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inside of the bundle breaks the rules of the format ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not trust it. Tell the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {which} signature of the bundle does not hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender of the bundle is not among your contacts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the sender&apos;s card and verify it, then read the bundle again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bundle was read before; its review is number {review} ({state}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new was taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender did not address this bundle to you; somebody forwarded it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no review {review}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page Hand-off lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review {review} is closed ({state}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo it first, or read the bundle again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records that were changed on both sides: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose for them: theirs or ours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no publication profile {profile}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the profiles in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile lets nothing of these cases out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other cases, or mark what may be published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages could not be laid out: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished pages did not pass the audit: {findings}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not put in place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report this: it must never happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a PDF that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network lock could not be set: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use the program on this system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The self-check failed: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not use this copy of the program; install it again from a source that you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result could not be written out: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either all of it was done or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look what is there before you repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system refused something: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and what you may do there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was locked, and the window could not be shown again: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved is in the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window cannot be opened: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventEdit</name>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of custody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was said: home, Anqing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure is it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Add charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circumstance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Add circumstance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this circumstance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free text. It stays secret unless you release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circumstances, ill-treatment, denials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may learn of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what happened: choose a type, or write it in your own words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceDetailView</name>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type, by its content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custody log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken into the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a copy was saved outside the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>description changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>Evidence of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop files here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No evidence yet. Press Ctrl+D or drop files here: each is hashed at once and sealed into the vault as it is. The original stays where it was; think about what to do with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a file as evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder cannot be evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the files in it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealing a file into the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is in the vault as {ref}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its hash was taken before anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original is still where it was: if it is a risk there, remove it yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy will lie outside the vault, readable to everybody who gets at the disk, and other programs may leave traces of it. The custody log will say that it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy outside the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy was written and its hash is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the copy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForgetView</name>
    <message>
        <source>Looking what would go</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ForgottenView</name>
    <message>
        <source>The cases are handed off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is written and read back; then the cases are erased here. Please wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handing off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cases are handed off and forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it to {name}. Only there it opens; without it the cases are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies on the disk of this vault. Bring it away before somebody takes the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroy every backup of this vault that was made before, wherever it lies: the cases are in it, and it opens with your passphrase. Then make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of {day}: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery words, shown this once. Write them on paper; the old ones open nothing any more:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no room for a new key. Free some, and make one in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was forgotten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormEdit</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed here is not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message numerus="yes">
        <source>%n form(s) that you had not saved is/are as you left it/them.</source>
        <translation>
            <numerusform>%n form that you had not saved is as you left it.</numerusform>
            <numerusform>%n forms that you had not saved are as you left them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it protects against, and what not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HandoffView</name>
    <message>
        <source>Parts of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand off and forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand-off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadView</name>
    <message>
        <source>If somebody puts an old copy of the whole vault in place, nothing inside it can tell. Write down this number and these words on paper from time to time: later the vault must still hold them. They say nothing about what is in the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show number and words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number and words of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number that was written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that were written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare what was written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number and the words that were written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault holds what was written down for number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands at number {number} now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpBrowser</name>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the help page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Changes of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it so again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the record what it was after the change that is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the record held then was forgotten, on purpose and for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the record held before was forgotten; what changed cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was deleted. It held:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the record was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} (its place in the list)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added: {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was: {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{before}  →  {after}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record is as it was then; the history keeps both.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IdentityView</name>
    <message>
        <source>Whoever wants to send you a bundle needs your contact card. Give it away on a stick, and read these twelve words to the person yourself, so that both of you know that nobody swapped the card on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save my contact card …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The twelve words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same in Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as sixty digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the contact card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact cards (*.card)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact card was saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no name and no secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it away, and compare the words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportFindings</name>
    <message>
        <source>the first row must name the columns, {detail} among them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two columns have this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not UTF-8 text ({detail}); save the file as CSV UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not well-formed CSV: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds a NUL character, which no text has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is longer than {detail} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row has more cells than there are columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is larger than {detail} MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {detail} has this key already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no party has this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no case has this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no event has this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a record that came from another desk has this key; name it by its reference or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>neither a party nor a case is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this party is in several cases; name one of them in the column case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the levels are public, restricted and secret; the field must be one of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date that exists or is understood ({detail}); kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the vocabulary {detail}; kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not the code of a script; kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not understood; kept as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a column of the kit; what stands in it is kept in the note of each record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a file of the kit; not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {detail} says this already; taken once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this event is in no case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this was deleted in the desk since; not taken again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a record that came from another desk has this key too; the row makes a record of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this was changed in the desk too; the file&apos;s value was taken</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>Folder of the spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: the name of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visibility of what is imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted: for those who work on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret: never leaves the vault in a publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public: may be published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what it would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with any of cases.csv, parties.csv, events.csv, relations.csv, figures.csv. Importing the same again changes nothing. The help describes every column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read.</source>
        <translation>
            <numerusform>%n row read.</numerusform>
            <numerusform>%n rows read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would add %n record(s).</source>
        <translation>
            <numerusform>It would add %n record.</numerusform>
            <numerusform>It would add %n records.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would change %n record(s).</source>
        <translation>
            <numerusform>It would change %n record.</numerusform>
            <numerusform>It would change %n records.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) say only what is here already.</source>
        <translation>
            <numerusform>%n row says only what is here already.</numerusform>
            <numerusform>%n rows say only what is here already.</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were added.</source>
        <translation>
            <numerusform>%n record was added.</numerusform>
            <numerusform>%n records were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were changed.</source>
        <translation>
            <numerusform>%n record was changed.</numerusform>
            <numerusform>%n records were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken; correct them first.</source>
        <translation>
            <numerusform>%n row cannot be taken; correct it first.</numerusform>
            <numerusform>%n rows cannot be taken; correct them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) would be kept as raw words.</source>
        <translation>
            <numerusform>%n value would be kept as raw words.</numerusform>
            <numerusform>%n values would be kept as raw words.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every value was understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people and groups</source>
        <translation>
            <numerusform>%n person or group</numerusform>
            <numerusform>%n people and groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n relation</numerusform>
            <numerusform>%n relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n figure</numerusform>
            <numerusform>%n figures</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing the spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was taken back; the vault is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyfileEdit</name>
    <message>
        <source>And a keyfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It had a keyfile too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the keyfile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysView</name>
    <message>
        <source>These words count from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another passphrase …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A keyfile …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keyfile any more …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recovery words …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new data key …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a guess costs …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present keyfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyfile from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new passphrase replaces the old one. The recovery words stay as they are. Copies and backups made before still open with the old one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that is needed besides the passphrase, on a stick that you carry, say. Any file will do; a name that is not there yet gets one of random bytes. It must never change: keep copies, none beside the vault. Without any, the recovery words are the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need this file too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase alone opens the vault then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need no keyfile any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the paper was lost, or somebody saw it: the old words open nothing any more then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw new recovery words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If somebody had this computer, or a backup of it, and may know what opened the vault: a new passphrase alone leaves the old key valid in old copies. A new data key needs room for a second copy of the database, and new recovery words. Nothing is lost if it is broken off. Destroy old backups: they still open with what opened the vault then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new data key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody who tries passphrases needs so much memory and about a second for each. On a faster computer a guess can cost more; it never gets cheaper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure again on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passphrase and keyfile together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault opens by {by}, or by the 24 recovery words. A guess costs {mib} MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the present passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the keyfile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault needs the keyfile too from now on. Keep a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing what opens the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase opens the vault alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays as it is: this computer is no faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A guess costs {after} MiB now; it was {before} MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new recovery words count from now on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyCasesView</name>
    <message>
        <source>the cases themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their people, who can then be named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say how many records would change, then set them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may learn of: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A level that is set for a single field stays. Narratives, summaries and notes need a review before they are published, whatever stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may learn of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>%n case chosen</numerusform>
            <numerusform>%n cases chosen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick of what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would change: all of it is so already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} would change to “{level}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody may then read of them in what you publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n of them is/are secret so far.</source>
        <translation>
            <numerusform>%n of them is secret so far.</numerusform>
            <numerusform>%n of them are secret so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the people is/are in other cases too.</source>
        <translation>
            <numerusform>%n of the people is in other cases too.</numerusform>
            <numerusform>%n of the people are in other cases too.</numerusform>
        </translation>
    </message>
    <message>
        <source>Change them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} changed to “{level}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The levels are as they were before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameRow</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name as it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NamesEdit</name>
    <message>
        <source>+ Add name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Add “{pinyin}” (pinyin, please check)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassphraseEdit</name>
    <message>
        <source>New passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a new passphrase. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two new passphrases differ. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase is too weak. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewVaultView</name>
    <message>
        <source>Open the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartialDateEdit</name>
    <message>
        <source>2020-02-06, 2020-02, 2020?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As precisely as it is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood as: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date} does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{date} ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day and month could be read two ways: write 2020-02-06.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood as a date. Write for example 2020, 2020-02, 2020-02-06 or 2020-02/2020-06.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartyEdit</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age reported for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age as reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was said: 34, about 60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was said: 12, about 30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Add occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Add cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Religion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ Add religion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this religion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free text. It stays secret unless you release it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give at least one name, or what the person is called by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Occupations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Causes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may learn of it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartyPicker</name>
    <message>
        <source>Type a part of a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartyTableModel</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Passphrases</name>
    <message>
        <source>Sayings, names, dates and pinyin are guessed first. Six random words are safer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak: whoever takes the computer finds this by guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair: it holds against a person, not against a laboratory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong, as far as a program can tell.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastImportsView</name>
    <message>
        <source>Imports so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported into this vault yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this import back …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message>
        <source>taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this import back? What it added goes, what it changed is as before: {source}, {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The import was taken back: {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PathEdit</name>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PenaltiesEdit</name>
    <message>
        <source>+ Add penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this penalty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PenaltyRow</name>
    <message>
        <source>Kind of penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much or how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 years 6 months, 50000 CNY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood as: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as it was typed; it will not be counted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PenaltyWords</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePicker</name>
    <message>
        <source>Type a part of a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the people</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by any name, pinyin too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has a name like this. Try fewer letters, or another spelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet. People come with cases and imports, or by Ctrl+N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the case {ref}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the history of this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this person, also from cases and events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The person was deleted, also from cases and events, and lies in the recycle bin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Choose cases and what may leave, then look at the preview. Nothing is written by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that the publication would hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who bears which label; this stays in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who it is, in this vault only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to think about before it is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To think about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something changed since this preview was made. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) and authorities</source>
        <translation>
            <numerusform>%n group or authority</numerusform>
            <numerusform>%n groups and authorities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these named</source>
        <translation>
            <numerusform>%n of these named</numerusform>
            <numerusform>%n of these named</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them labelled</source>
        <translation>
            <numerusform>%n of them labelled</numerusform>
            <numerusform>%n of them labelled</numerusform>
        </translation>
    </message>
    <message>
        <source>{counts}.</source>
        <comment>a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n free text(s) left out: nobody reviewed them as they are now.</source>
        <translation>
            <numerusform>%n free text left out: nobody reviewed it as it is now.</numerusform>
            <numerusform>%n free texts left out: nobody reviewed them as they are now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) changed since the last preview. Labels are drawn from all that is published: one more case or one changed fact deals them anew, so that nobody can link two publications.</source>
        <translation>
            <numerusform>%n label changed since the last preview. Labels are drawn from all that is published: one more case or one changed fact deals them anew, so that nobody can link two publications.</numerusform>
            <numerusform>%n labels changed since the last preview. Labels are drawn from all that is published: one more case or one changed fact deals them anew, so that nobody can link two publications.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Names to decide: %n</source>
        <translation>
            <numerusform>Names to decide: %n</numerusform>
            <numerusform>Names to decide: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readers may recognise:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{label}: {traits}. So described, %n case(s) of this desk fit.</source>
        <translation>
            <numerusform>{label}: {traits}. So described, %n case of this desk fits.</numerusform>
            <numerusform>{label}: {traits}. So described, %n cases of this desk fit.</numerusform>
        </translation>
    </message>
    <message>
        <source>It would be five or more without, or with a coarser: {traits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was left out, and nobody stands out among the cases of this desk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProofStep</name>
    <message>
        <source>Recovery words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type three of them from your paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word {number} is another one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PublicationView</name>
    <message>
        <source>What may leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English and Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title of the publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documented cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label instead of naming; Space ticks one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may learn of them …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the PDF …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom you tick here gets a label, and is not named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cases: %n ticked</source>
        <translation>
            <numerusform>Cases: %n ticked</numerusform>
            <numerusform>Cases: %n ticked</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases: all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Label instead of naming: %n ticked</source>
        <translation>
            <numerusform>Label instead of naming: %n ticked</numerusform>
            <numerusform>Label instead of naming: %n ticked</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick at least one case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printing and checking the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF was written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished pages were opened again and checked. Its signature lies beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s).</source>
        <translation>
            <numerusform>%n page.</numerusform>
            <numerusform>%n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishView</name>
    <message>
        <source>What was published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was published from this vault yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New publication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault keeps what was published, and who bore which label. The files hold neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>People are named; public facts only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name that is kept back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number plate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messenger or network handle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bank card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passport or travel permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP or MAC address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cases that are not visible enough for this profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people who may not appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events that are not visible enough, or concern nobody who may appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates that are not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words that no vocabulary knows, printed as “Other” or left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parts in a role that no vocabulary knows; choose a term for them to appear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names that hold the name of somebody who may not be named; a label stands in their place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free texts that were not reviewed for this profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free texts that changed since they were reviewed, or of which more would now be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed since it was reviewed, or more of it would be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All labelled but authorities; public and restricted facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ethnic group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>occupation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiveView</name>
    <message>
        <source>Bundle to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles (*.hrdb)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles that were read; Return opens the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was read yet. A bundle changes no record before you accept it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bundles that were read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {sender}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait</source>
        <translation>
            <numerusform>%n record waits</numerusform>
            <numerusform>%n records wait</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the file of the bundle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle is whole, and both signatures hold. Sender: {sender}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken over yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the review, then accept or reject.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age as reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age reported for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is asserted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Captured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derived from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form of custody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>English label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place as it was said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supports or contradicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may learn of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restricted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese, traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arabic (Uyghur, Kazakh)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecycleView</name>
    <message>
        <source>What was deleted stays in the vault until it is forgotten. It comes back as it was, with what was deleted or changed together with it and is untouched since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the record that is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the history of the record that is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>These are the last %n; the command line lists all.</source>
        <translation>
            <numerusform>This is the last %n; the command line lists all.</numerusform>
            <numerusform>These are the last %n; the command line lists all.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is back as it was: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>The program made a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was locked at once. What was saved before is safe; the last step was undone. The report below names places in the program only, no person and no case. If you can, give it to whoever gave you the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RestoreView</name>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a vault of a backup, on any computer. It goes on with your identity and your contacts. Go on with this vault only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the new vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase that the vault had then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 24 recovery words of then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file of the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in which new folder the vault shall lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was restored, and a new life of it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever was done elsewhere after the backup is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this vault only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault was restored as far as the backup was whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of it that are damaged: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the vault in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewParts</name>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record field by field, here and in the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level} (nobody chose)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>here already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not here: only its hash came</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewTableModel</name>
    <message>
        <source>deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may learn of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{level}, fields looser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Where both sides changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where both sides changed: choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where both sides changed: take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where both sides changed: keep ours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the acceptance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records of the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {sender} ({trust}), {day} by the sender&apos;s clock, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Accept all (%n)</source>
        <translation>
            <numerusform>Accept all (%n)</numerusform>
            <numerusform>Accept all (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that are here would be deleted, as the sender deleted them.</source>
        <translation>
            <numerusform>%n record that is here would be deleted, as the sender deleted it.</numerusform>
            <numerusform>%n records that are here would be deleted, as the sender deleted them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would let more people see what is here. The level that they have here stays unless you say yes to that in particular.</source>
        <translation>
            <numerusform>%n record would let more people see what is here. The level that it has here stays unless you say yes to that in particular.</numerusform>
            <numerusform>%n records would let more people see what is here. The level that they have here stays unless you say yes to that in particular.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would change who is in them, their case, or what kind of party they are; that can open them. They stay as they are unless you say yes to that in particular.</source>
        <translation>
            <numerusform>%n record would change who is in it, its case, or what kind of party it is; that can open it. It stays as it is unless you say yes to that in particular.</numerusform>
            <numerusform>%n records would change who is in them, their case, or what kind of party they are; that can open them. They stay as they are unless you say yes to that in particular.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that you deleted would come back, no more open than before.</source>
        <translation>
            <numerusform>%n record that you deleted would come back, no more open than before.</numerusform>
            <numerusform>%n records that you deleted would come back, no more open than before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) arrive as public: what is public of them, anybody may read.</source>
        <translation>
            <numerusform>%n record arrives as public: what is public of it, anybody may read.</numerusform>
            <numerusform>%n records arrive as public: what is public of them, anybody may read.</numerusform>
        </translation>
    </message>
    <message>
        <source>Select records that wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) kept the stricter level that they have here.</source>
        <translation>
            <numerusform>%n record kept the stricter level that it has here.</numerusform>
            <numerusform>%n records kept the stricter level that they have here.</numerusform>
        </translation>
    </message>
    <message>
        <source>The records were taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was here before stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject what still waits? What was accepted stays. The bundle can be read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restricted → public</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Also take what can let more people see %n record(s)</source>
        <translation>
            <numerusform>Also take what can let more people see %n record</numerusform>
            <numerusform>Also take what can let more people see %n records</numerusform>
        </translation>
    </message>
    <message>
        <source>More people may see what you keep closed here, also in what you publish. Take the sender&apos;s levels, people, cases and kinds?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What waited was rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The acceptance was undone; the records wait again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed off and forgotten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bundle that this sender wrote for you before has not arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later bundle of this sender was read already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s vault was restored from a backup or copied since the last bundle. Ask why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s history is shorter than before: an older copy may have been put back. Ask why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s clock is ahead of yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moves to another case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes who is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changes what kind of party it is</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoleRow</name>
    <message>
        <source>Person or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role in the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the person from the list, or add them on the page People first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RolesEdit</name>
    <message>
        <source>+ Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this person from the event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RotatingView</name>
    <message>
        <source>Making the new data key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pages come back when it is done. You can break it off below, lock, or close the window: everything is then as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault has a new data key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From now on the new recovery words count.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SendView</name>
    <message>
        <source>For whom; Space ticks one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact is verified yet. Add a contact card and compare the words first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These cases, with all that belongs to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the bundle, on a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file gets a name that says nothing. It is complete, or not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick for whom the bundle is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say into which folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bundle was written: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those whom you ticked can open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It holds %n case(s).</source>
        <translation>
            <numerusform>It holds %n case.</numerusform>
            <numerusform>It holds %n cases.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes without use until the vault locks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when unused for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What opens the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against an old copy put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StandingNames</name>
    <message>
        <source>The names of these people hold the name of somebody who may not be named, and a reader could learn it from them: they get a label. Tick only whose name is surely their own and tells of nobody hidden, then look at the preview again. What is printed cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose name may stand; Space ticks one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gets a label all the same: the name itself tells of somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is named, as you decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gets a label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Records of human-rights violations, kept in an encrypted vault on this computer. Nothing leaves it unless you hand it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an empty vault with a passphrase of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock a vault that is on this computer or on a stick.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a vault of a backup file, on any computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to begin, and what this program protects against.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextsView</name>
    <message>
        <source>For which profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts that could be published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case has a narrative and no event a summary: there is nothing to review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text; names and numbers are marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it would be published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have read it: it may go out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the review back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question mark stands for the letter that only a publication deals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through the texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No name that this vault knows, and no telling number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) stay that may tell of somebody who may not be named. Only a reader can tell: where it does, change the text before it goes out.</source>
        <translation>
            <numerusform>%n place stays that may tell of somebody who may not be named. Only a reader can tell: where it does, change the text before it goes out.</numerusform>
            <numerusform>%n places stay that may tell of somebody who may not be named. Only a reader can tell: where one does, change the text before it goes out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>I have read it and decided about %n place(s): it may go out</source>
        <translation>
            <numerusform>I have read it and decided about %n place: it may go out</numerusform>
            <numerusform>I have read it and decided about %n places: it may go out</numerusform>
        </translation>
    </message>
    <message>
        <source>inside a longer one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>becomes {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays, and may tell of them: decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its check digit is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text may go out under this profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it changes, it must be read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Events of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events yet. An event is one act: who did what to whom, when, where, and who says so.
Press Ctrl+E to add the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event was removed: {event}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the forms that are not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change of a record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not saved</source>
        <translation>
            <numerusform>%n not saved</numerusform>
            <numerusform>%n not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undone: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Unlock the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 24 recovery words, in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was locked. What you had typed and not saved is kept in it, and shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe this vault …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisibilityEdit</name>
    <message>
        <source>Who may learn of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restricted: under a label only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public: may be published by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secret: never published</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WipeGateView</name>
    <message>
        <source>Wipe this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WipeView</name>
    <message>
        <source>The vault is destroyed: no secret opens it any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not all of its files could be removed; without the keys they say nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups and copies open as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Destroys the vault on this disk. Afterwards no passphrase and no recovery words open it, yours neither. It cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of reach are: backups and copies of the folder, which open as before; spare blocks of an SSD or a stick, in which a laboratory may find the old keyslots; bundles that were sent, and what was exported or published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wipe this vault: hold for two seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known backups:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is destroyed in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordRow</name>
    <message>
        <source>As it was said, or a few letters to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognised: {term}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No term for it yet: kept as it was typed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message>
        <source>Recovery words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These 24 words open the vault when the passphrase is lost. They are shown only here, until three of them are typed on the next page, and never after that. Write them on paper and keep it where nobody looks; who has them has the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ChoiceStep</name>
    <message>
        <source>New vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A vault is a new folder whose name ends in .hrdv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the new vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these six words as the passphrase (recommended)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generated passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a passphrase of my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any file, on a stick that you carry, say; a name that is not there yet gets one of random bytes. It must never change: keep copies, none beside the vault. Without file and passphrase together, only the recovery words open the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the six words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write them on paper, keep the paper away from this computer, and type them below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where the vault shall lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed differs from the six words. Nothing was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passphrases differ. Nothing was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase is too weak. Take a longer one, or the six words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The coordinator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in this vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These cases, with all that only they have to do with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the bundle, on a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what would go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand off and forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cases go to a coordinator in a bundle that you cannot open, and then nothing of them is left here. Whoever forces you to unlock finds nothing. Nothing happens before you have seen what would go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card valid until {day}: ask for a fresh one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact is verified with a card that lasts for 180 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say into which folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_MessageLine</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OutlookStep</name>
    <message>
        <source>EMERGENCY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The word {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyfile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand off and forget now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an emergency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No receipt tells yet that a bundle arrived. If this bundle is lost, the cases are lost: there is no way back, and you cannot open it yourself. Do this only where keeping them is the greater danger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {name} alone, into {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With them go earlier versions, drafts, imported cells, publications and their labels, evidence files, and what search knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of bundles that you read go too.</source>
        <translation>
            <numerusform>%n record of a bundle that you read goes too.</numerusform>
            <numerusform>%n records of bundles that you read go too.</numerusform>
        </translation>
    </message>
    <message>
        <source>These people stay, since other cases have them too: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These stay, but name somebody who goes. Go back and change them first: {refs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays: that and when something was recorded, without content; your contacts; that a bundle went.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault gets a new key and new recovery words. What a solid-state disk keeps in spare blocks, and every backup made before, still opens with your passphrase of today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be destroyed by you, the backup of {day}: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the word {word} to say that you mean it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the keyfile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_WorkLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: {work}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
