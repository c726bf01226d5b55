<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AskButton</name>
    <message numerus="yes">
        <source>%n record(s) are asked for.</source>
        <translation>
            <numerusform>%n record is asked for.</numerusform>
            <numerusform>%n records are asked for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CaseView</name>
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
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message numerus="yes">
        <source>The check found %n problem(s).</source>
        <translation>
            <numerusform>The check found %n problem.</numerusform>
            <numerusform>The check found %n problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CiteButton</name>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoarserList</name>
    <message numerus="yes">
        <source>{step}: then %n of {all} remain</source>
        <translation>
            <numerusform>{step}: then %n of {all} remains</numerusform>
            <numerusform>{step}: then %n of {all} remain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Confirming</name>
    <message numerus="yes">
        <source>%n marked place(s), none of which names anybody:</source>
        <translation>
            <numerusform>%n marked place, which names nobody:</numerusform>
            <numerusform>%n marked places, none of which names anybody:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Anybody may read %n marked place(s), which tell more than the facts do:</source>
        <translation>
            <numerusform>Anybody may read %n marked place, which tells more than the facts do:</numerusform>
            <numerusform>Anybody may read %n marked places, which tell more than the facts do:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactListView</name>
    <message numerus="yes">
        <source>Take all (%n)</source>
        <translation>
            <numerusform>Take all (%n)</numerusform>
            <numerusform>Take all (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take all contacts that bring news (%n)</source>
        <translation>
            <numerusform>Take %n contact that brings news</numerusform>
            <numerusform>Take all %n contacts that bring news</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Contacts that were added or changed: %n</source>
        <translation>
            <numerusform>%n contact was added or changed</numerusform>
            <numerusform>%n contacts were added or changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftsView</name>
    <message numerus="yes">
        <source>decisions about %n field(s)</source>
        <translation>
            <numerusform>decision about %n field</numerusform>
            <numerusform>decisions about %n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrawnView</name>
    <message numerus="yes">
        <source>%n more are in the list of relations only.</source>
        <translation>
            <numerusform>%n more is in the list of relations only.</numerusform>
            <numerusform>%n more are in the list of relations only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message numerus="yes">
        <source>%n file(s) of secret evidence are only described.</source>
        <translation>
            <numerusform>%n file of secret evidence is only described.</numerusform>
            <numerusform>%n files of secret evidence are only described.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence are not in this vault.</source>
        <translation>
            <numerusform>%n file of evidence is not in this vault.</numerusform>
            <numerusform>%n files of evidence are not in this vault.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence are damaged or missing.</source>
        <translation>
            <numerusform>%n file of evidence is damaged or missing.</numerusform>
            <numerusform>%n files of evidence are damaged or missing.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureAnswerView</name>
    <message numerus="yes">
        <source>%n more line(s) is/are in the table only.</source>
        <translation>
            <numerusform>%n more line is in the table only.</numerusform>
            <numerusform>%n more lines are in the table only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message numerus="yes">
        <source>%n form(s) that you had not saved is/are here as last kept. Check the last words.</source>
        <translation>
            <numerusform>%n form that you had not saved is here as last kept. Check the last words.</numerusform>
            <numerusform>%n forms that you had not saved are here as last kept. Check the last words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportList</name>
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
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
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
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n citation(s)</source>
        <translation>
            <numerusform>%n citation</numerusform>
            <numerusform>%n citations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
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
    <message numerus="yes">
        <source>%n person(s) without a role would become persons concerned: an event happened to them.</source>
        <translation>
            <numerusform>%n person without a role would become a person concerned: an event happened to them.</numerusform>
            <numerusform>%n people without a role would become persons concerned: an event happened to them.</numerusform>
        </translation>
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
        <source>%n row(s) say only what is here already.</source>
        <translation>
            <numerusform>%n row says only what is here already.</numerusform>
            <numerusform>%n rows say only what is here already.</numerusform>
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
        <source>%n remark(s): look at them before you import.</source>
        <translation>
            <numerusform>%n remark: look at it before you import.</numerusform>
            <numerusform>%n remarks: look at them before you import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of other sheets would be left out.</source>
        <translation>
            <numerusform>%n row of other sheets would be left out.</numerusform>
            <numerusform>%n rows of other sheets would be left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) would have no role stated.</source>
        <translation>
            <numerusform>%n person would have no role stated.</numerusform>
            <numerusform>%n people would have no role stated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message numerus="yes">
        <source>Go on without %n row(s) of other sheets, each perhaps a person</source>
        <translation>
            <numerusform>Go on without %n row of other sheets, each perhaps a person</numerusform>
            <numerusform>Go on without %n rows of other sheets, each perhaps a person</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyCasesView</name>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>%n case chosen</numerusform>
            <numerusform>%n cases chosen</numerusform>
        </translation>
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
</context>
<context>
    <name>OrganisationView</name>
    <message numerus="yes">
        <source>Keys of before that are still good: %n</source>
        <translation>
            <numerusform>Keys of before that are still good: %n</numerusform>
            <numerusform>Keys of before that are still good: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastImportsView</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastedReportView</name>
    <message numerus="yes">
        <source>%n taken from this report.</source>
        <translation>
            <numerusform>%n taken from this report.</numerusform>
            <numerusform>%n taken from this report.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PicturesView</name>
    <message numerus="yes">
        <source>%n place(s) in the words may tell of somebody who may not be named.</source>
        <translation>
            <numerusform>%n place in the words may tell of somebody who may not be named.</numerusform>
            <numerusform>%n places in the words may tell of somebody who may not be named.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceEdit</name>
    <message numerus="yes">
        <source>%n places are called so. Choose one from the list.</source>
        <translation>
            <numerusform>%n place is called so. Choose one from the list.</numerusform>
            <numerusform>%n places are called so. Choose one from the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
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
    <message numerus="yes">
        <source>%n free text(s) left out: nobody reviewed them as they are now.</source>
        <translation>
            <numerusform>%n free text left out: nobody reviewed it as it is now.</numerusform>
            <numerusform>%n free texts left out: nobody reviewed them as they are now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Names to decide: %n</source>
        <translation>
            <numerusform>Names to decide: %n</numerusform>
            <numerusform>Names to decide: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{label}: {traits}. So described, %n case(s) of this desk fit.</source>
        <translation>
            <numerusform>{label}: {traits}. So described, %n case of this desk fits.</numerusform>
            <numerusform>{label}: {traits}. So described, %n cases of this desk fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n small count(s)</source>
        <translation>
            <numerusform>%n small count</numerusform>
            <numerusform>%n small counts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) from which these could be computed</source>
        <translation>
            <numerusform>%n other from which these could be computed</numerusform>
            <numerusform>%n others from which these could be computed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sum(s) from which these could be computed</source>
        <translation>
            <numerusform>%n sum from which these could be computed</numerusform>
            <numerusform>%n sums from which these could be computed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{figure} less {other}: %n</source>
        <translation>
            <numerusform>{figure} less {other}: %n</numerusform>
            <numerusform>{figure} less {other}: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) changed since the last preview. Labels are reassigned whenever the content changes; along a series each person keeps theirs.</source>
        <translation>
            <numerusform>%n label changed since the last preview. Labels are reassigned whenever the content changes; along a series each person keeps theirs.</numerusform>
            <numerusform>%n labels changed since the last preview. Labels are reassigned whenever the content changes; along a series each person keeps theirs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{figure}: %n count(s) differ by 1 to 4 from publication {number}</source>
        <translation>
            <numerusform>{figure}: %n count differs by 1 to 4 from publication {number}</numerusform>
            <numerusform>{figure}: %n counts differ by 1 to 4 from publication {number}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{case}: %n fact(s)</source>
        <translation>
            <numerusform>{case}: %n fact</numerusform>
            <numerusform>{case}: %n facts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By role: %n</source>
        <translation>
            <numerusform>By role: %n</numerusform>
            <numerusform>By role: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublicationView</name>
    <message numerus="yes">
        <source>%n page(s).</source>
        <translation>
            <numerusform>%n page.</numerusform>
            <numerusform>%n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n kind(s) of risk …</source>
        <translation>
            <numerusform>Answer %n kind of risk …</numerusform>
            <numerusform>Answer %n kinds of risk …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write the PDF: %n people can be recognised …</source>
        <translation>
            <numerusform>Write the PDF: %n person can be recognised …</numerusform>
            <numerusform>Write the PDF: %n people can be recognised …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionAnswer</name>
    <message numerus="yes">
        <source>Keep in all %n texts</source>
        <translation>
            <numerusform>Keep in the %n text</numerusform>
            <numerusform>Keep in all %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cover in all %n texts</source>
        <translation>
            <numerusform>Cover in the %n text</numerusform>
            <numerusform>Cover in all %n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the %n other words left, too</source>
        <translation>
            <numerusform>Keep the %n other word left, too</numerusform>
            <numerusform>Keep the %n other words left, too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cover the %n other words left, too</source>
        <translation>
            <numerusform>Cover the %n other word left, too</numerusform>
            <numerusform>Cover the %n other words left, too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsView</name>
    <message numerus="yes">
        <source>answered in %n record(s)</source>
        <translation>
            <numerusform>answered in %n record</numerusform>
            <numerusform>answered in %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptLines</name>
    <message numerus="yes">
        <source>%n record(s) of yours were accepted there. There is nothing to decide.</source>
        <translation>
            <numerusform>%n record of yours was accepted there. There is nothing to decide.</numerusform>
            <numerusform>%n records of yours were accepted there. There is nothing to decide.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiveView</name>
    <message numerus="yes">
        <source>%n record(s) were taken over.</source>
        <translation>
            <numerusform>%n record was taken over.</numerusform>
            <numerusform>%n records were taken over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait for a look of their own.</source>
        <translation>
            <numerusform>%n record waits for a look of its own.</numerusform>
            <numerusform>%n records wait for a look of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) were written and read back.</source>
        <translation>
            <numerusform>%n receipt was written and read back.</numerusform>
            <numerusform>%n receipts were written and read back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be written: their lines say why.</source>
        <translation>
            <numerusform>%n could not be written: its line says why.</numerusform>
            <numerusform>%n could not be written: their lines say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) were read.</source>
        <translation>
            <numerusform>%n bundle was read.</numerusform>
            <numerusform>%n bundles were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read: their lines say why.</source>
        <translation>
            <numerusform>%n file could not be read: its line says why.</numerusform>
            <numerusform>%n files could not be read: their lines say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is a receipt: %n record(s) of yours were accepted there.</source>
        <translation>
            <numerusform>It is a receipt: %n record of yours was accepted there.</numerusform>
            <numerusform>It is a receipt: %n records of yours were accepted there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
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
    <name>RecycleView</name>
    <message numerus="yes">
        <source>These are the last %n; the command line lists all.</source>
        <translation>
            <numerusform>This is the last %n; the command line lists all.</numerusform>
            <numerusform>These are the last %n; the command line lists all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewNotices</name>
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
</context>
<context>
    <name>ReviewQueue</name>
    <message numerus="yes">
        <source>%n record(s) wait</source>
        <translation>
            <numerusform>%n record waits</numerusform>
            <numerusform>%n records wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message numerus="yes">
        <source>Accept all (%n)</source>
        <translation>
            <numerusform>Accept all (%n)</numerusform>
            <numerusform>Accept all (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sender has taken over %n record(s) of yours.</source>
        <translation>
            <numerusform>The sender has taken over %n record of yours.</numerusform>
            <numerusform>The sender has taken over %n records of yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sender asks for %n record(s): see Send a bundle.</source>
        <translation>
            <numerusform>The sender asks for %n record: see Send a bundle.</numerusform>
            <numerusform>The sender asks for %n records: see Send a bundle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Also take what can let more people see %n record(s)</source>
        <translation>
            <numerusform>Also take what can let more people see %n record</numerusform>
            <numerusform>Also take what can let more people see %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RiskAnswers</name>
    <message numerus="yes">
        <source>%n people under a label can be recognised</source>
        <translation>
            <numerusform>%n person under a label can be recognised</numerusform>
            <numerusform>%n people under a label can be recognised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were named in an earlier publication: a label does not hide them now</source>
        <translation>
            <numerusform>%n person was named in an earlier publication: a label does not hide them now</numerusform>
            <numerusform>%n people were named in an earlier publication: a label does not hide them now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people stood without names in an earlier publication, and are named here</source>
        <translation>
            <numerusform>%n person stood without a name in an earlier publication, and is named here</numerusform>
            <numerusform>%n people stood without names in an earlier publication, and are named here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) tell more than the facts do</source>
        <translation>
            <numerusform>%n text tells more than the facts do</numerusform>
            <numerusform>%n texts tell more than the facts do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) differ by fewer than five from an earlier publication</source>
        <translation>
            <numerusform>%n figure differs by fewer than five from an earlier publication</numerusform>
            <numerusform>%n figures differ by fewer than five from an earlier publication</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) reveal fewer than five when readers subtract another count</source>
        <translation>
            <numerusform>%n figure reveals fewer than five when readers subtract another count</numerusform>
            <numerusform>%n figures reveal fewer than five when readers subtract another count</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of things are left out</source>
        <translation>
            <numerusform>%n kind of thing is left out</numerusform>
            <numerusform>%n kinds of things are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) or character(s) have no font</source>
        <translation>
            <numerusform>%n script or character has no font</numerusform>
            <numerusform>%n scripts or characters have no font</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) hold facts that only one confidential source told</source>
        <translation>
            <numerusform>%n case holds facts that only one confidential source told</numerusform>
            <numerusform>%n cases hold facts that only one confidential source told</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed place(s) decide what is printed</source>
        <translation>
            <numerusform>%n place that was changed decides what is printed</numerusform>
            <numerusform>%n places that were changed decide what is printed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of facts have more detail than in the issue before</source>
        <translation>
            <numerusform>%n kind of facts has more detail than in the issue before</numerusform>
            <numerusform>%n kinds of facts have more detail than in the issue before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n; type more, or choose a filter.</source>
        <translation>
            <numerusform>The first %n; type more, or choose a filter.</numerusform>
            <numerusform>The first %n; type more, or choose a filter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n filter</numerusform>
            <numerusform>%n filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendView</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own term(s)</source>
        <translation>
            <numerusform>%n own term</numerusform>
            <numerusform>%n own terms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n case(s).</source>
        <translation>
            <numerusform>It holds %n case.</numerusform>
            <numerusform>It holds %n cases.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) by code name</source>
        <translation>
            <numerusform>%n source by code name</numerusform>
            <numerusform>%n sources by code name</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) with names</source>
        <translation>
            <numerusform>%n source with names</numerusform>
            <numerusform>%n sources with names</numerusform>
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
        <source>%n secret</source>
        <translation>
            <numerusform>%n secret</numerusform>
            <numerusform>%n secret</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n report</numerusform>
            <numerusform>%n reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custody log(s)</source>
        <translation>
            <numerusform>%n custody log</numerusform>
            <numerusform>%n custody logs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more text(s)</source>
        <translation>
            <numerusform>and %n more text</numerusform>
            <numerusform>and %n more texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code names stand in %n text(s) now.</source>
        <translation>
            <numerusform>Code names stand in %n text now.</numerusform>
            <numerusform>Code names stand in %n texts now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareContacts</name>
    <message numerus="yes">
        <source>%n contact(s) that you verified or revoked go along, with the names that you gave them. Whoever opens the bundle reads these names. Write it?</source>
        <translation>
            <numerusform>%n contact that you verified or revoked goes along, with the name that you gave it. Whoever opens the bundle reads this name. Write it?</numerusform>
            <numerusform>%n contacts that you verified or revoked go along, with the names that you gave them. Whoever opens the bundle reads these names. Write it?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds %n contact(s).</source>
        <translation>
            <numerusform>It holds %n contact.</numerusform>
            <numerusform>It holds %n contacts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message numerus="yes">
        <source>cited %n time(s)</source>
        <translation>
            <numerusform>cited %n time</numerusform>
            <numerusform>cited %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsView</name>
    <message numerus="yes">
        <source>Used in %n record(s).</source>
        <translation>
            <numerusform>Used in %n record.</numerusform>
            <numerusform>Used in %n records.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextQuestionsView</name>
    <message numerus="yes">
        <source>%n question(s) left</source>
        <translation>
            <numerusform>%n question left</numerusform>
            <numerusform>%n questions left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) to read</source>
        <translation>
            <numerusform>%n text to read</numerusform>
            <numerusform>%n texts to read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>still asked in %n text(s)</source>
        <translation>
            <numerusform>still asked in %n text</numerusform>
            <numerusform>still asked in %n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextReading</name>
    <message numerus="yes">
        <source>%n place(s) may tell of somebody who may not be named. Decide about each: keep it, or put a label or other words there. Until then the text stays here.</source>
        <translation>
            <numerusform>%n place may tell of somebody who may not be named. Decide about each: keep it, or put a label or other words there. Until then the text stays here.</numerusform>
            <numerusform>%n places may tell of somebody who may not be named. Decide about each: keep it, or put a label or other words there. Until then the text stays here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decisions or protected places were about words that are no longer in the text.</source>
        <translation>
            <numerusform>%n decision or protected place was about words that are no longer in the text.</numerusform>
            <numerusform>%n decisions or protected places were about words that are no longer in the text.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n not saved</source>
        <translation>
            <numerusform>%n not saved</numerusform>
            <numerusform>%n not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_ForgetChoiceStep</name>
    <message numerus="yes">
        <source>{name} has not acknowledged %n record(s) of it: say into which folder.</source>
        <translation>
            <numerusform>{name} has not acknowledged %n record of it: say into which folder.</numerusform>
            <numerusform>{name} has not acknowledged %n records of it: say into which folder.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_OutlookStep</name>
    <message numerus="yes">
        <source>%n record(s) of it are not acknowledged. If this bundle is lost, they are lost: there is no way back, and you cannot open it yourself. Do this only where keeping them is the greater danger.</source>
        <translation>
            <numerusform>%n record of it is not acknowledged. If this bundle is lost, it is lost: there is no way back, and you cannot open it yourself. Do this only where keeping it is the greater danger.</numerusform>
            <numerusform>%n records of it are not acknowledged. If this bundle is lost, they are lost: there is no way back, and you cannot open it yourself. Do this only where keeping them is the greater danger.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of bundles that you read go too.</source>
        <translation>
            <numerusform>%n record of a bundle that you read goes too.</numerusform>
            <numerusform>%n records of bundles that you read go too.</numerusform>
        </translation>
    </message>
</context>
</TS>
