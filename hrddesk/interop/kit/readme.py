"""The README of an exported kit: a warning that the kit is not encrypted, and a list of its omissions."""

from collections.abc import Mapping
from typing import Final

NAME: Final = "README.txt"
SECRET: Final = "secret"
NOT_HERE: Final = "not here"
DAMAGED: Final = "damaged"
_WHY_EN: Final = {
    SECRET: "{count} file(s) of secret evidence: only described here; --secret-files takes them",
    NOT_HERE: "{count} file(s) of evidence that the vault itself does not hold: only described here",
    DAMAGED: "{count} file(s) of evidence that are damaged or missing in the vault: only described here",
}
_WHY_ZH: Final = {
    SECRET: "{count} 个保密证据的文件：这里只有说明（导出时加 --secret-files 才会写出）",
    NOT_HERE: "{count} 个保险库本身也没有的证据文件：这里只有说明",
    DAMAGED: "{count} 个在保险库中已损坏或缺失的证据文件：这里只有说明",
}
_EN: Final = """This folder is a spreadsheet kit of HRDDesk: tables that any spreadsheet program opens.

IT IS NOT ENCRYPTED. Whoever finds it can read all of it, what is secret too: the column "visibility" only
says who may. Delete it when you no longer need it; on most media deleted files can be brought back.

The files of evidence lie in "evidence", called by their SHA-256. "evidence.csv" says what they are,
"custody.csv" what was done with each, when and by which desk, as far as this vault was told.

What a kit does not hold:
- the history, who changed what
- merges: records that were merged are here as the one that was kept
- citations of relations; contacts, reviews, publications, drafts, settings
{left}
An import into HRDDesk takes this folder as it is. The help page "Import a spreadsheet" explains the columns.
"""
_ZH: Final = """本文件夹是 HRDDesk 的表格包：任何电子表格软件都能打开。

它没有加密。谁找到它，谁就能读到全部内容，包括保密内容：“visibility”一列只说明谁可以看。不再需要时请删除；
在大多数存储介质上，删除的文件仍可恢复。

证据文件在“evidence”文件夹中，以其 SHA-256 命名。“evidence.csv”说明它们是什么，
“custody.csv”说明各自经过了什么处理、在什么时候、由哪个工作台，以本保险库所知为限。

表格包不包含：
- 历史记录、谁改了什么
- 合并：已合并的记录以保留的那一条出现
- 对关系的引用；联系人、审阅、出版物、草稿、设置
{left}
HRDDesk 可以原样导入本文件夹。帮助中的“导入电子表格”一页说明各列的含义。
"""


def text(records: Mapping[str, int], files: Mapping[str, int]) -> str:
    """Return the README in English and Chinese.

    `records` are the numbers of omitted records by kind, `files` those of omitted files by reason.
    """
    en = [f"- {count} {kind} record(s)" for kind, count in records.items()]
    en += [f"- {_WHY_EN[why].format(count=count)}" for why, count in files.items()]
    zh = [f"- {count} 条 {kind} 记录" for kind, count in records.items()]
    zh += [f"- {_WHY_ZH[why].format(count=count)}" for why, count in files.items()]
    return "\n\n".join(
        template.format(left="".join(f"{line}\n" for line in lines))
        for template, lines in ((_EN, en), (_ZH, zh))
    )
