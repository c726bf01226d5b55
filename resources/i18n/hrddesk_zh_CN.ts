<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutEdit</name>
    <message>
        <source>+ Add whom or what it shows</source>
        <translation>+ 添加拍到或提到的人或事件</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>移除这一行</translation>
    </message>
</context>
<context>
    <name>AboutRow</name>
    <message>
        <source>How</source>
        <translation>怎样</translation>
    </message>
    <message>
        <source>Person or event</source>
        <translation>人物或事件</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>谁这样说</translation>
    </message>
    <message>
        <source>A code name</source>
        <translation>代号</translation>
    </message>
    <message>
        <source>Choose a person or an event from the list.</source>
        <translation>请从列表中选择一个人物或事件。</translation>
    </message>
</context>
<context>
    <name>AboutView</name>
    <message>
        <source>Version {version}, Python {python}, {system}</source>
        <translation>版本 {version}，Python {python}，{system}</translation>
    </message>
    <message>
        <source>An offline desk for people who document human-rights violations. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>为记录侵犯人权事件的人准备的离线工作台。自由软件，遵循 GNU 通用公共许可证第 3 版或更新版本。</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>在这台电脑上</translation>
    </message>
    <message>
        <source>What it protects against, and what not</source>
        <translation>能防什么，不能防什么</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Noto fonts, under the SIL Open Font License; the licence lies beside them.</source>
        <translation>Noto 字体，遵循 SIL 开放字体许可证；许可证与字体放在一起。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>The network lock does not hold: the program was not started in the ordinary way.</source>
        <translation>网络锁未生效：程序不是以通常方式启动的。</translation>
    </message>
    <message>
        <source>This system has no such lock. It ships no network code; that is all that holds here.</source>
        <translation>此系统没有这种锁。程序不含任何联网代码；在这里能保证的只有这一点。</translation>
    </message>
    <message>
        <source>If the program crashes, no copy of its memory is written to the disk.</source>
        <translation>程序崩溃时，不会把内存内容写入磁盘。</translation>
    </message>
    <message>
        <source>If the program crashes, a copy of its memory may reach the disk.</source>
        <translation>程序崩溃时，内存内容可能会写入磁盘。</translation>
    </message>
    <message>
        <source>Other programs of this account cannot read its memory.</source>
        <translation>此账户的其他程序无法读取它的内存。</translation>
    </message>
    <message>
        <source>Other programs of this account may read its memory.</source>
        <translation>此账户的其他程序可能读取它的内存。</translation>
    </message>
    <message>
        <source>The system may write memory to a disk that is not encrypted (swap). Switch that off, or encrypt the disk of the computer.</source>
        <translation>系统可能把内存内容写到未加密的磁盘上（交换空间）。请关闭交换空间，或加密整个磁盘。</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Pictures are opened in a process that can do what any program here can.</source>
        <translation>打开图片的进程不受限制，能做本系统上任何程序能做的事。</translation>
    </message>
    <message>
        <source>Pictures are opened, and pages laid out, in a process that can open no file and start no program.</source>
        <translation>打开图片和排版都在一个单独的进程中进行，它不能打开任何文件，也不能启动任何程序。</translation>
    </message>
    <message>
        <source>One lock of the system enforces it instead of two: this one has no Landlock.</source>
        <translation>这由一道系统锁强制执行，而不是两道：本系统没有 Landlock。</translation>
    </message>
    <message>
        <source>No input method was chosen for this program: keys come from the keyboard.</source>
        <translation>没有为本程序选用输入法：按键直接来自键盘。</translation>
    </message>
    <message>
        <source>Input method: {name}. It sees what you type, but no passphrase that is hidden and no recovery word. It may keep what it learns on the disk, or send it away: see the help.</source>
        <translation>输入法：{name}。它能看到你输入的内容，但看不到隐藏的口令和恢复词。它可能把学到的词保存在磁盘上，或发送出去：请看帮助。</translation>
    </message>
    <message>
        <source>The accessibility bus is off. Any program of this session can switch it on, and then read what is open here.</source>
        <translation>无障碍总线已关闭。本会话中的任何程序都能打开它，然后读取这里打开的内容。</translation>
    </message>
    <message>
        <source>No network: this program and all it starts can open no network socket. The system enforces it. A person who took it over could still ask another program, by the desktop&apos;s bus or the display.</source>
        <translation>没有网络：本程序及其启动的一切都不能打开网络套接字，由系统强制执行。若有人劫持了本程序，仍可能通过桌面总线或显示系统请别的程序代劳。</translation>
    </message>
    <message>
        <source>{now} MiB of its memory are kept out of swap space. The system sets no limit.</source>
        <translation>其内存中有 {now} MiB 不会进入交换空间；系统不设上限。</translation>
    </message>
    <message>
        <source>{now} MiB of its memory are kept out of swap space. The system allows {most} MiB, and may swap the rest.</source>
        <translation>其内存中有 {now} MiB 不会进入交换空间；系统最多允许 {most} MiB，超出的部分可能被换出。</translation>
    </message>
    <message>
        <source>The accessibility bus is on: a screen reader, and every other program of this session, can read what is open here. A passphrase that you type is not sent there.</source>
        <translation>无障碍总线已打开：读屏软件和本会话中的任何其他程序都能读取这里打开的内容。你输入的口令不会在总线上传出。</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>case begun</source>
        <translation>个案已新建</translation>
    </message>
    <message>
        <source>case changed</source>
        <translation>个案已改动</translation>
    </message>
    <message>
        <source>country of cases named</source>
        <translation>写明个案的国家</translation>
    </message>
    <message>
        <source>case deleted</source>
        <translation>个案已删除</translation>
    </message>
    <message>
        <source>person added</source>
        <translation>人员已添加</translation>
    </message>
    <message>
        <source>person changed</source>
        <translation>人员已改动</translation>
    </message>
    <message>
        <source>name protected</source>
        <translation>姓名受保护</translation>
    </message>
    <message>
        <source>name no longer protected</source>
        <translation>姓名不再受保护</translation>
    </message>
    <message>
        <source>person deleted</source>
        <translation>人员已删除</translation>
    </message>
    <message>
        <source>answer about consent added</source>
        <translation>添加了关于同意的答复</translation>
    </message>
    <message>
        <source>answer about consent taken out</source>
        <translation>删去了关于同意的答复</translation>
    </message>
    <message>
        <source>note on consent changed</source>
        <translation>修改了关于同意的备注</translation>
    </message>
    <message>
        <source>event added</source>
        <translation>事件已添加</translation>
    </message>
    <message>
        <source>event changed</source>
        <translation>事件已改动</translation>
    </message>
    <message>
        <source>event deleted</source>
        <translation>事件已删除</translation>
    </message>
    <message>
        <source>relation added</source>
        <translation>已添加关系</translation>
    </message>
    <message>
        <source>relation changed</source>
        <translation>已修改关系</translation>
    </message>
    <message>
        <source>relation deleted</source>
        <translation>已删除关系</translation>
    </message>
    <message>
        <source>evidence taken into the vault</source>
        <translation>证据已存入保险库</translation>
    </message>
    <message>
        <source>copy saved outside the vault</source>
        <translation>副本已保存到保险库之外</translation>
    </message>
    <message>
        <source>evidence described</source>
        <translation>证据说明已改动</translation>
    </message>
    <message>
        <source>evidence deleted</source>
        <translation>证据已删除</translation>
    </message>
    <message>
        <source>source added</source>
        <translation>已添加来源</translation>
    </message>
    <message>
        <source>source changed</source>
        <translation>已修改来源</translation>
    </message>
    <message>
        <source>source deleted</source>
        <translation>已删除来源</translation>
    </message>
    <message>
        <source>source cited</source>
        <translation>已注明来源</translation>
    </message>
    <message>
        <source>citation changed</source>
        <translation>已修改引证</translation>
    </message>
    <message>
        <source>citation deleted</source>
        <translation>已删除引证</translation>
    </message>
    <message>
        <source>text added</source>
        <translation>添加了文本</translation>
    </message>
    <message>
        <source>text changed</source>
        <translation>更改了文本</translation>
    </message>
    <message>
        <source>text removed</source>
        <translation>移除了文本</translation>
    </message>
    <message>
        <source>level changed</source>
        <translation>级别已改动</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>report begun</source>
        <translation>开始写报告</translation>
    </message>
    <message>
        <source>report changed</source>
        <translation>报告已修改</translation>
    </message>
    <message>
        <source>report deleted</source>
        <translation>报告已删除</translation>
    </message>
    <message>
        <source>block added</source>
        <translation>已添加内容块</translation>
    </message>
    <message>
        <source>block changed</source>
        <translation>内容块已修改</translation>
    </message>
    <message>
        <source>block moved</source>
        <translation>内容块已移动</translation>
    </message>
    <message>
        <source>block deleted</source>
        <translation>内容块已删除</translation>
    </message>
    <message>
        <source>taken from a report</source>
        <translation>取自报告</translation>
    </message>
    <message>
        <source>mapping of columns kept</source>
        <translation>已保存列映射</translation>
    </message>
    <message>
        <source>mapping of columns forgotten</source>
        <translation>已删除列映射</translation>
    </message>
    <message>
        <source>import taken back</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>taken over from a bundle</source>
        <translation>已从数据包接收</translation>
    </message>
    <message>
        <source>bundle taken back</source>
        <translation>数据包已撤回</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>已重做</translation>
    </message>
    <message>
        <source>question added</source>
        <translation>问题已添加</translation>
    </message>
    <message>
        <source>question changed</source>
        <translation>问题已改动</translation>
    </message>
    <message>
        <source>question retired</source>
        <translation>问题已停用</translation>
    </message>
    <message>
        <source>question asked again</source>
        <translation>问题已恢复使用</translation>
    </message>
    <message>
        <source>questions answered</source>
        <translation>已回答问题</translation>
    </message>
    <message>
        <source>form written outside the vault</source>
        <translation>问卷已写出到保险库之外</translation>
    </message>
    <message>
        <source>published figure added</source>
        <translation>已添加公布的数字</translation>
    </message>
    <message>
        <source>published figure changed</source>
        <translation>已修改公布的数字</translation>
    </message>
    <message>
        <source>published figure deleted</source>
        <translation>已删除公布的数字</translation>
    </message>
    <message>
        <source>figure kept</source>
        <translation>统计已保存</translation>
    </message>
    <message>
        <source>figure deleted</source>
        <translation>统计已删除</translation>
    </message>
    <message>
        <source>place added</source>
        <translation>地点已添加</translation>
    </message>
    <message>
        <source>shipped places added</source>
        <translation>添加了自带的地点</translation>
    </message>
    <message>
        <source>place changed</source>
        <translation>地点已改动</translation>
    </message>
    <message>
        <source>place moved</source>
        <translation>地点已移动</translation>
    </message>
    <message>
        <source>place deleted</source>
        <translation>地点已删除</translation>
    </message>
    <message>
        <source>term added</source>
        <translation>词条已添加</translation>
    </message>
    <message>
        <source>term worded anew</source>
        <translation>词条已改写</translation>
    </message>
    <message>
        <source>term merged into another</source>
        <translation>词条已并入另一词条</translation>
    </message>
    <message>
        <source>term retired</source>
        <translation>词条已停用</translation>
    </message>
    <message>
        <source>term offered again</source>
        <translation>词条已恢复使用</translation>
    </message>
    <message>
        <source>earlier state put back</source>
        <translation>已恢复到先前状态</translation>
    </message>
    <message>
        <source>search kept</source>
        <translation>已保存搜索</translation>
    </message>
    <message>
        <source>search renamed</source>
        <translation>已重命名搜索</translation>
    </message>
    <message>
        <source>search deleted</source>
        <translation>已删除搜索</translation>
    </message>
    <message>
        <source>publication profile kept</source>
        <translation>保存了发布方案</translation>
    </message>
    <message>
        <source>publication profile renamed</source>
        <translation>重命名了发布方案</translation>
    </message>
    <message>
        <source>publication profile deleted</source>
        <translation>删除了发布方案</translation>
    </message>
    <message>
        <source>publication profiles taken from a file</source>
        <translation>从文件导入了发布方案</translation>
    </message>
    <message>
        <source>two records merged into one</source>
        <translation>两条记录合并为一条</translation>
    </message>
    <message>
        <source>two records kept apart</source>
        <translation>两条记录分开保留</translation>
    </message>
    <message>
        <source>decided how a text is published</source>
        <translation>决定了文本如何发布</translation>
    </message>
    <message>
        <source>text reviewed for publishing</source>
        <translation>已审阅文本以供发布</translation>
    </message>
    <message>
        <source>review of a text taken back</source>
        <translation>文本的审阅已撤回</translation>
    </message>
    <message>
        <source>boxes drawn over a picture</source>
        <translation>在图片上画了遮盖框</translation>
    </message>
    <message>
        <source>said what a picture shows</source>
        <translation>说明了图片内容</translation>
    </message>
    <message>
        <source>picture reviewed for publishing</source>
        <translation>图片已审阅，可发布</translation>
    </message>
    <message>
        <source>review of a picture taken back</source>
        <translation>撤回了图片的审阅</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>已找回</translation>
    </message>
    <message>
        <source>code names put in place of sources</source>
        <translation>已用代号代替来源的姓名</translation>
    </message>
</context>
<context>
    <name>AfterOpening</name>
    <message>
        <source>The system may write memory to a disk that is not encrypted (swap).</source>
        <translation>系统可能把内存内容写到未加密的磁盘上（交换空间）。</translation>
    </message>
    <message>
        <source>The vault itself is encrypted.</source>
        <translation>保险库本身是加密的。</translation>
    </message>
    <message>
        <source>Switch swap off, or encrypt the disk of the computer.</source>
        <translation>请关闭交换空间，或加密整个磁盘。</translation>
    </message>
    <message>
        <source>The recovery words of this vault were never typed from your paper.</source>
        <translation>这个保险库的恢复词从未由你照着纸输入过。</translation>
    </message>
    <message>
        <source>If they are not written down whole, a lost passphrase is the end of it.</source>
        <translation>如果没有完整写下来，口令一丢，保险库就再也打不开。</translation>
    </message>
    <message>
        <source>Draw new recovery words in the settings.</source>
        <translation>请在设置中换新的恢复词。</translation>
    </message>
    <message>
        <source>Somebody may have put an older copy of this vault in place.</source>
        <translation>可能有人放回了这个保险库的旧副本。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Check the vault in the settings, and compare it with your backup.</source>
        <translation>请在设置中检查保险库，并与备份比较。</translation>
    </message>
    <message>
        <source>This computer is much faster than the one that the vault was made for.</source>
        <translation>这台电脑比建立保险库时的电脑快得多。</translation>
    </message>
    <message>
        <source>Everything is as it was.</source>
        <translation>一切照旧。</translation>
    </message>
    <message>
        <source>In the settings you can let each guess of the passphrase cost more.</source>
        <translation>你可以在设置中让每次猜口令的代价更高。</translation>
    </message>
    <message>
        <source>What is stored is not as its history says.</source>
        <translation>存储的内容与其历史记录不符。</translation>
    </message>
    <message>
        <source>Somebody may have put older parts back or altered them. The settings list what it is: compare it with your backup before you rely on it.</source>
        <translation>可能有人放回了旧的部分，或者改动过。“设置”中列出了具体内容：在依赖它之前，请与备份比对。</translation>
    </message>
    <message>
        <source>A part of the vault is damaged.</source>
        <translation>保险库的一部分已损坏。</translation>
    </message>
    <message>
        <source>Nothing was changed, and what can be read stays readable.</source>
        <translation>没有任何改动，能读的仍然可读。</translation>
    </message>
    <message>
        <source>The disk may be failing. The settings list what it is: export what you need to another disk, and keep your backup.</source>
        <translation>磁盘可能正在损坏。“设置”中列出了具体内容：请把需要的内容导出到另一块磁盘，并保留好备份。</translation>
    </message>
    <message>
        <source>The last time, the program ended before it had closed this vault.</source>
        <translation>上一次，程序还没有关闭这个保险库就结束了。</translation>
    </message>
    <message>
        <source>What you saved is here. What you typed and did not save is kept and shown again, without its last seconds.</source>
        <translation>已保存的内容都在。已输入但未保存的内容也留着，会重新显示，只缺最后几秒。</translation>
    </message>
    <message>
        <source>Either the window hung for ten seconds, so that it could not be locked, and the system ended it; or somebody ended it; or the power failed.</source>
        <translation>可能是窗口停止响应十秒、无法锁定，系统结束了程序；也可能是有人结束了程序，或者断了电。</translation>
    </message>
    <message>
        <source>The file of keys of this vault, keys.bin, is a link or has a second name.</source>
        <translation>这个保险库的密钥文件 keys.bin 是一个链接，或者有第二个名字。</translation>
    </message>
    <message>
        <source>Find out who made it. When you change the passphrase, the old keys stay under that name, and open what was copied before.</source>
        <translation>请查明是谁建立的。更换口令之后，旧密钥仍留在那个名字下，能打开之前复制的内容。</translation>
    </message>
</context>
<context>
    <name>AlongEdit</name>
    <message>
        <source>How much</source>
        <translation>带多少</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Only what changed since their last receipts</source>
        <translation>只带自其最近回执以来有改动的</translation>
    </message>
    <message>
        <source>Only a receipt, no record</source>
        <translation>只带回执，不带记录</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>With its files</source>
        <translation>连同文件</translation>
    </message>
    <message>
        <source>Only described, with the hashes of its files</source>
        <translation>只带说明和文件的哈希值</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Say what came from there and was accepted</source>
        <translation>说明从那里收到并接受了什么</translation>
    </message>
    <message>
        <source>With this desk&apos;s publication profiles</source>
        <translation>连同本台的发布方案</translation>
    </message>
    <message>
        <source>Reports that go along</source>
        <translation>一同打包的报告</translation>
    </message>
    <message>
        <source>Without a report</source>
        <translation>不带报告</translation>
    </message>
    <message>
        <source>With the report “{title}”</source>
        <translation>带上报告“{title}”</translation>
    </message>
    <message>
        <source>With all reports</source>
        <translation>带上全部报告</translation>
    </message>
    <message>
        <source>{choice}: your choice for this bundle.</source>
        <translation>{choice}：你为这个交接包选定的。</translation>
    </message>
    <message>
        <source>Full details, as last time for {names}.</source>
        <translation>全部资料，与上次交给{names}的相同。</translation>
    </message>
    <message>
        <source>Code names only, as last time for {names}.</source>
        <translation>只用代号，与上次交给{names}的相同。</translation>
    </message>
    <message>
        <source>Code names only: first bundle for {names}.</source>
        <translation>只用代号：这是给{names}的第一个交接包。</translation>
    </message>
    <message>
        <source>{names} received full details last time. The more protective choice counts.</source>
        <translation>{names}上次收到的是全部资料。以更能保护来源的选择为准。</translation>
    </message>
    <message>
        <source>Code names only</source>
        <translation>仅代号</translation>
    </message>
    <message>
        <source>Full details</source>
        <translation>全部资料</translation>
    </message>
    <message>
        <source>Texts that name a source</source>
        <translation>写出来源姓名的文本</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>不列入</translation>
    </message>
    <message>
        <source>Send them as they are</source>
        <translation>原样发送</translation>
    </message>
    <message>
        <source>Other free texts and the files of evidence go as they are, also where they tell who a source is: read them yourself.</source>
        <translation>其他自由文本和证据文件原样发送，即使其中透露了来源是谁：请自行阅读。</translation>
    </message>
</context>
<context>
    <name>AnswerEdit</name>
    <message>
        <source>2020-02-06, 2020-02, 2020?</source>
        <translation>2020-02-06、2020-02、2020?</translation>
    </message>
    <message>
        <source>{question}: or say</source>
        <translation>{question}：或者选择</translation>
    </message>
    <message>
        <source>as written</source>
        <translation>按所写</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>A whole number is needed, or choose Unknown.</source>
        <translation>需要一个整数，或选择“不详”。</translation>
    </message>
    <message>
        <source>Write for example 2020-02-06 or early March 2021, or choose Unknown.</source>
        <translation>请写作例如 2020-02-06 或 2021年3月上旬，或选择“不详”。</translation>
    </message>
</context>
<context>
    <name>AnswersEdit</name>
    <message>
        <source>Questions of your desk</source>
        <translation>本台的问题</translation>
    </message>
</context>
<context>
    <name>AskButton</name>
    <message>
        <source>Ask the sender for what is selected</source>
        <translation>向发送者请求所选内容</translation>
    </message>
    <message>
        <source>Select what to ask for.</source>
        <translation>请选择要请求的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are asked for.</source>
        <translation>
            <numerusform>已请求 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed here.</source>
        <translation>这里什么都没有改动。</translation>
    </message>
    <message>
        <source>{sender} learns it from your next bundle or receipt.</source>
        <translation>{sender} 会从你的下一个交接包或回执得知。</translation>
    </message>
</context>
<context>
    <name>BackupView</name>
    <message>
        <source>One file with everything in this vault, encrypted as it is here. It is read again to its end before it gets its name, which says nothing. Best on a stick that you keep elsewhere.</source>
        <translation>一个文件，包含保险库中的一切，与这里一样加密。它会先被从头到尾读一遍，然后才得到名称，名称不透露任何信息。最好放在另处保存的 U 盘上。</translation>
    </message>
    <message>
        <source>Folder for the backup</source>
        <translation>存放备份的文件夹</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>制作备份</translation>
    </message>
    <message>
        <source>Does all that a restore does with the file and the passphrase, and leaves nothing. It needs no second computer. Without such a test, a backup is only a hope.</source>
        <translation>用文件和口令做恢复所做的一切，却什么都不留下。不需要第二台电脑。没有这样试过，备份只是希望。</translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Passphrase that the vault had then</source>
        <translation>保险库当时的口令</translation>
    </message>
    <message>
        <source>Try a restore</source>
        <translation>试恢复</translation>
    </message>
    <message>
        <source>Backups that may still lie somewhere. Each opens what was in the vault then, by the passphrase of then.</source>
        <translation>可能还在某处的备份。每个都能用当时的口令打开当时保险库中的内容。</translation>
    </message>
    <message>
        <source>Known backups</source>
        <translation>已知的备份</translation>
    </message>
    <message>
        <source>It is destroyed; take it off the list …</source>
        <translation>已销毁，从列表中移除…</translation>
    </message>
    <message>
        <source>Choose a folder that is there.</source>
        <translation>请选择一个现有的文件夹。</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>正在制作备份</translation>
    </message>
    <message>
        <source>The backup was written and read again: {path}</source>
        <translation>备份已写出并重新读过：{path}</translation>
    </message>
    <message>
        <source>Something in the vault is damaged, and so in the backup: {what}</source>
        <translation>保险库中有损坏，备份中也一样：{what}</translation>
    </message>
    <message>
        <source>Keep your older backups.</source>
        <translation>请保留旧的备份。</translation>
    </message>
    <message>
        <source>It opens with the passphrase and the recovery words of now.</source>
        <translation>它用现在的口令和恢复词打开。</translation>
    </message>
    <message>
        <source>Try a restore, below.</source>
        <translation>请在下面试恢复。</translation>
    </message>
    <message>
        <source>Choose the file of the backup.</source>
        <translation>请选择备份文件。</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>Trying a restore</source>
        <translation>正在试恢复</translation>
    </message>
    <message>
        <source>The backup can be restored.</source>
        <translation>备份可以恢复。</translation>
    </message>
    <message>
        <source>Everything in it was opened and checked; nothing was left behind.</source>
        <translation>其中一切都已打开并检查，没有留下任何东西。</translation>
    </message>
    <message>
        <source>The backup opens, but is not whole: {what}</source>
        <translation>备份可以打开，但不完整：{what}</translation>
    </message>
    <message>
        <source>The last backup was made on {day}; a restore was tried.</source>
        <translation>最近一次备份于 {day}；已试过恢复。</translation>
    </message>
    <message>
        <source>You destroyed the file {path}, and every copy of it?</source>
        <translation>文件 {path} 和它的所有副本都已销毁了吗？</translation>
    </message>
    <message>
        <source>It is destroyed</source>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没有</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>The settings have a part for it.</source>
        <translation>设置中有一节专门用于此。</translation>
    </message>
    <message>
        <source>This vault has no backup yet.</source>
        <translation>这个保险库还没有备份。</translation>
    </message>
    <message>
        <source>There is a backup, but nobody ever tried to restore it.</source>
        <translation>已有备份，但从未试过恢复。</translation>
    </message>
    <message>
        <source>The last backup was made {days} days ago.</source>
        <translation>最近一次备份是 {days} 天前。</translation>
    </message>
    <message>
        <source>What was done since is only here.</source>
        <translation>此后所做的只在这里。</translation>
    </message>
    <message>
        <source>a restore was tried</source>
        <translation>已试过恢复</translation>
    </message>
    <message>
        <source>never tried</source>
        <translation>从未试过</translation>
    </message>
</context>
<context>
    <name>BeforeAndAfter</name>
    <message>
        <source>The text; names and numbers are marked</source>
        <translation>文本；名字和号码已标出</translation>
    </message>
    <message>
        <source>How it would be published</source>
        <translation>发布时的样子</translation>
    </message>
    <message>
        <source>As it was recorded</source>
        <translation>录入的原文</translation>
    </message>
</context>
<context>
    <name>Binding</name>
    <message>
        <source>A whole number is needed.</source>
        <translation>需要一个整数。</translation>
    </message>
</context>
<context>
    <name>BlockRow</name>
    <message>
        <source>Kind of block</source>
        <translation>内容块的种类</translation>
    </message>
    <message>
        <source>Language of the block</source>
        <translation>内容块的语言</translation>
    </message>
    <message>
        <source>Block by</source>
        <translation>内容块作者</translation>
    </message>
    <message>
        <source>An alias</source>
        <translation>代号</translation>
    </message>
    <message>
        <source>State of the block</source>
        <translation>内容块的状态</translation>
    </message>
    <message>
        <source>Record it is about</source>
        <translation>所说的记录</translation>
    </message>
    <message>
        <source>Case, person, evidence: type a name or reference</source>
        <translation>个案、人物、证据：输入名字或编号</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Text, in Markdown. @ before a reference names a record</source>
        <translation>文字，用 Markdown。编号前加 @ 指一条记录</translation>
    </message>
    <message>
        <source>Text of the block</source>
        <translation>内容块的文字</translation>
    </message>
</context>
<context>
    <name>BlocksEdit</name>
    <message>
        <source>Blocks</source>
        <translation>内容块</translation>
    </message>
    <message>
        <source>+ Add block</source>
        <translation>+ 添加内容块</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move the block up</source>
        <translation>上移内容块</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move the block down</source>
        <translation>下移内容块</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove the block</source>
        <translation>移除内容块</translation>
    </message>
</context>
<context>
    <name>BoundForm</name>
    <message>
        <source>More details</source>
        <translation>更多细节</translation>
    </message>
</context>
<context>
    <name>BoxCanvas</name>
    <message>
        <source>Box {n} of {count}: {left}% from the left, {top}% from the top, {width}% wide, {height}% high</source>
        <translation>第 {n} 个框（共 {count} 个）：距左边 {left}%，距上边 {top}%，宽 {width}%，高 {height}%</translation>
    </message>
    <message>
        <source>No box is drawn.</source>
        <translation>没有画遮盖框。</translation>
    </message>
</context>
<context>
    <name>CaseEdit</name>
    <message>
        <source>the case as a whole</source>
        <translation>整宗个案</translation>
    </message>
    <message>
        <source>Working title</source>
        <translation>工作标题</translation>
    </message>
    <message>
        <source>For you and your desk; it is never published</source>
        <translation>仅供你和本工作台使用，绝不发布</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>案情叙述</translation>
    </message>
    <message>
        <source>What happened, in your own words. It stays secret unless you review and release it.</source>
        <translation>用你自己的话写下发生了什么。除非经你审阅并放行，否则一直保密。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Open questions, what to do next. Never published.</source>
        <translation>待查的问题、下一步要做的事。绝不发布。</translation>
    </message>
    <message>
        <source>Language of the narrative</source>
        <translation>叙述的语言</translation>
    </message>
    <message>
        <source>Status of the work</source>
        <translation>工作状态</translation>
    </message>
    <message>
        <source>For example: open, checked</source>
        <translation>例如：进行中、已核对</translation>
    </message>
    <message>
        <source>Country whose law counts</source>
        <translation>适用哪国法律</translation>
    </message>
    <message>
        <source>The usual one of the vault</source>
        <translation>保险库通常的国家</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Words, with semicolons between them</source>
        <translation>若干词，用分号隔开</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Given by the vault where you give none</source>
        <translation>不填则由保险库编号</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建个案</translation>
    </message>
    <message>
        <source>Give the case a working title, so that you find it again.</source>
        <translation>请给个案起一个工作标题，以便日后找到它。</translation>
    </message>
</context>
<context>
    <name>CaseEntriesView</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>CaseFormsView</name>
    <message>
        <source>Form</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Language of the form</source>
        <translation>问卷的语言</translation>
    </message>
    <message>
        <source>Save answers</source>
        <translation>保存回答</translation>
    </message>
    <message>
        <source>Write PDF …</source>
        <translation>写出 PDF …</translation>
    </message>
    <message>
        <source>Write text …</source>
        <translation>写出文本 …</translation>
    </message>
    <message>
        <source>Add the person to the case first, under People.</source>
        <translation>请先在“人员”中把此人加入个案。</translation>
    </message>
    <message>
        <source>From the records: {fact}</source>
        <translation>来自记录：{fact}</translation>
    </message>
    <message>
        <source>{done} of {all} questions are filled in.</source>
        <translation>已填写 {done} / {all} 个问题。</translation>
    </message>
    <message>
        <source>Missing: {questions}</source>
        <translation>尚缺：{questions}</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>没有缺项。</translation>
    </message>
    <message>
        <source>Write the form: it is confidential and will not be encrypted</source>
        <translation>写出问卷：它是保密的，且不加密</translation>
    </message>
    <message>
        <source>The form was written: {file}</source>
        <translation>问卷已写出：{file}</translation>
    </message>
    <message>
        <source>It is confidential, names people, and is not encrypted.</source>
        <translation>它是保密的，载有人名，且未加密。</translation>
    </message>
    <message>
        <source>Delete it where it is not needed any more.</source>
        <translation>不再需要时请将其删除。</translation>
    </message>
    <message>
        <source>Writing the form</source>
        <translation>正在写出问卷</translation>
    </message>
</context>
<context>
    <name>CaseHistoryView</name>
    <message>
        <source>History of what</source>
        <translation>谁的历史</translation>
    </message>
</context>
<context>
    <name>CaseOfEvidenceRow</name>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Type a name, title or reference of a case</source>
        <translation>输入个案的人名、标题或编号</translation>
    </message>
    <message>
        <source>Choose the case from the list.</source>
        <translation>请从列表中选择个案。</translation>
    </message>
</context>
<context>
    <name>CasePeopleView</name>
    <message>
        <source>People of the case</source>
        <translation>个案中的人员</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Nobody yet. Press Ctrl+P to add the first person or group, with as many names as there are: in Chinese, Uyghur, Tibetan, Latin letters, aliases, pen names.</source>
        <translation>还没有人员。按 Ctrl+P 添加第一个人或群体，姓名有几个就写几个：汉字、维吾尔文、藏文、拉丁字母、别名、笔名。</translation>
    </message>
    <message>
        <source>Add somebody who is in the vault already</source>
        <translation>添加保险库中已有的人</translation>
    </message>
    <message>
        <source>or find …</source>
        <translation>或查找…</translation>
    </message>
    <message>
        <source>{name} is no longer in this case. The person and the events stay in the vault.</source>
        <translation>{name} 已不在本个案中。此人及有关事件仍留在保险库中。</translation>
    </message>
    <message>
        <source>Role not stated</source>
        <translation>未说明角色</translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation>生于 {date}</translation>
    </message>
    <message>
        <source>age {age} ({date})</source>
        <translation>年龄 {age}（{date}）</translation>
    </message>
    <message>
        <source>age {age}</source>
        <translation>年龄 {age}</translation>
    </message>
</context>
<context>
    <name>CasePicker</name>
    <message>
        <source>Filter by name, word or reference</source>
        <translation>按名字、字词或编号筛选</translation>
    </message>
    <message>
        <source>Filter the cases</source>
        <translation>筛选个案</translation>
    </message>
    <message>
        <source>Cases to choose from; Space ticks one</source>
        <translation>可选的个案；按空格勾选</translation>
    </message>
    <message>
        <source>Tick all shown</source>
        <translation>勾选显示的全部</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全部取消勾选</translation>
    </message>
    <message>
        <source>{ticked} ticked, {shown} shown</source>
        <translation>已勾选 {ticked}，显示 {shown}</translation>
    </message>
</context>
<context>
    <name>CaseRelationsView</name>
    <message>
        <source>Relations of the people of the case</source>
        <translation>个案人员的关系</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>New relation</source>
        <translation>新建关系</translation>
    </message>
    <message>
        <source>No relations yet: spouse, child, lawyer, member, employer. They join the people of this case to each other and to anybody in the vault, and Chart draws them.</source>
        <translation>还没有关系：配偶、子女、律师、成员、雇主。关系把本案人员彼此、以及与库中任何人连接起来，“图示”会画出来。</translation>
    </message>
    <message>
        <source>The relation was removed: {relation}</source>
        <translation>关系已删除：{relation}</translation>
    </message>
</context>
<context>
    <name>CaseRoleEdit</name>
    <message>
        <source>Role in this case</source>
        <translation>在本个案中的角色</translation>
    </message>
    <message>
        <source>Choose the role</source>
        <translation>选择角色</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未说明</translation>
    </message>
</context>
<context>
    <name>CaseSourcesView</name>
    <message>
        <source>Sources of the case</source>
        <translation>个案的来源</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What the source says in this case</source>
        <translation>该来源在本案中所说的</translation>
    </message>
    <message>
        <source>Open source</source>
        <translation>打开来源</translation>
    </message>
    <message>
        <source>Nothing is cited in this case yet. “Cite” beside a field of a person, an event or a relation says who says so; Ctrl+R does the same.</source>
        <translation>本案还没有引证。在人员、事件或关系的字段旁点“注明来源”，写明是谁说的；Ctrl+R 作用相同。</translation>
    </message>
    <message>
        <source>{count} in support</source>
        <translation>{count} 处支持</translation>
    </message>
    <message>
        <source>{count} against</source>
        <translation>{count} 处反驳</translation>
    </message>
</context>
<context>
    <name>CaseSummaryView</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CaseTable</name>
    <message>
        <source>Cases; several can be selected</source>
        <translation>个案；可选择多个</translation>
    </message>
</context>
<context>
    <name>CaseTableModel</name>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>nobody concerned yet: {title}</source>
        <translation>尚无当事人：{title}</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>Parts of the case</source>
        <translation>个案的各部分</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>问卷</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>← Cases</source>
        <translation>← 个案</translation>
    </message>
    <message>
        <source>Back to the list of cases</source>
        <translation>返回个案列表</translation>
    </message>
    <message>
        <source>Delete case</source>
        <translation>删除个案</translation>
    </message>
    <message>
        <source>Delete the case; its people and events stay</source>
        <translation>删除个案；其人员和事件保留</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the title, the narrative and the notes of the case</source>
        <translation>编辑个案的标题、经过和备注</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Case {case} moved to the recycle bin. People and events are kept.</source>
        <translation>个案 {case} 已移入回收站。人员和事件仍保留。</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message>
        <source>Filter the cases</source>
        <translation>筛选个案</translation>
    </message>
    <message>
        <source>Filter by name, word or reference</source>
        <translation>按姓名、字词或编号筛选</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建个案</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Paste …</source>
        <translation>粘贴…</translation>
    </message>
    <message>
        <source>Paste a report of others</source>
        <translation>粘贴他人的报告</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Save the new case first, with Ctrl+S.</source>
        <translation>请先按 Ctrl+S 保存新个案。</translation>
    </message>
    <message>
        <source>Several cases are selected. Choose one in the list first.</source>
        <translation>已选中多宗个案。请先在列表中选择一个。</translation>
    </message>
    <message>
        <source>Choose a case in the list first.</source>
        <translation>请先在列表中选择一宗个案。</translation>
    </message>
    <message>
        <source>There is no case yet. Ctrl+N makes a new one.</source>
        <translation>还没有个案。按 Ctrl+N 新建一个。</translation>
    </message>
    <message>
        <source>Add event</source>
        <translation>添加事件</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Add evidence</source>
        <translation>添加证据</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 宗个案</numerusform>
        </translation>
    </message>
    <message>
        <source>In no case that the filter finds has anybody this status as of that day.</source>
        <translation>筛选到的个案中，没有人在该日处于此状况。</translation>
    </message>
    <message>
        <source>No case holds these words. Try fewer letters, or another spelling of the name.</source>
        <translation>没有个案含有这些字词。请少输入几个字，或换一种姓名写法。</translation>
    </message>
    <message>
        <source>No cases yet.</source>
        <translation>还没有个案。</translation>
    </message>
    <message>
        <source>Begin with a case: a file about one person or one set of events.

Ctrl+N makes a new one. “Import …” takes in a folder of spreadsheets and shows first what it would do. A bundle from a colleague comes in on the page Hand-off.</source>
        <translation>先建一宗个案：关于一个人或一组事件的档案。

按 Ctrl+N 新建。“导入…”读入一个电子表格文件夹，并先显示将会做什么。同事交来的交接包在“交接”页读入。</translation>
    </message>
    <message>
        <source>Choose a case in the list.</source>
        <translation>请在列表中选择一宗个案。</translation>
    </message>
</context>
<context>
    <name>CatalogueView</name>
    <message>
        <source>Search this list</source>
        <translation>搜索此列表</translation>
    </message>
    <message>
        <source>{count} in the list</source>
        <translation>列表中有 {count} 项</translation>
    </message>
</context>
<context>
    <name>CheckView</name>
    <message>
        <source>Looks at every page, compares every record with the history, and reads every evidence file. It takes a while in a large vault, and changes nothing.</source>
        <translation>查看每一页，把每条记录与历史对照，并读取每个证据文件。保险库较大时需要一些时间；不作任何改动。</translation>
    </message>
    <message>
        <source>Check the vault</source>
        <translation>检查保险库</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>检查的结果</translation>
    </message>
    <message>
        <source>Go on with this vault as it is …</source>
        <translation>就用现在这个保险库…</translation>
    </message>
    <message>
        <source>You know why the vault is not as it was left, and go on with it? The alarm ends; the history keeps that you did so.</source>
        <translation>你知道保险库为何与离开时不同，并要继续使用吗？警报就此结束；历史会记下你这样做了。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>The alarm is over.</source>
        <translation>警报已结束。</translation>
    </message>
    <message>
        <source>The history keeps it.</source>
        <translation>历史会记下此事。</translation>
    </message>
    <message>
        <source>Checking the vault</source>
        <translation>正在检查保险库</translation>
    </message>
    <message>
        <source>Nothing is damaged, and no part of the vault was put back.</source>
        <translation>没有损坏，保险库也没有任何部分被换回旧的。</translation>
    </message>
    <message>
        <source>Whether all of it is an old copy, only the number on your paper tells.</source>
        <translation>整个保险库是不是旧副本，只有你写在纸上的编号能说明。</translation>
    </message>
    <message numerus="yes">
        <source>The check found %n problem(s).</source>
        <translation>
            <numerusform>检查发现 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>The page of settings lists them. Keep your backup.</source>
        <translation>设置页中列出了这些问题。请保留备份。</translation>
    </message>
</context>
<context>
    <name>CitationRow</name>
    <message>
        <source>What the source speaks of</source>
        <translation>来源所说的内容</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Supports or contradicts</source>
        <translation>支持或反驳</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>反驳</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>原话</translation>
    </message>
    <message>
        <source>Its own words</source>
        <translation>来源的原话</translation>
    </message>
    <message>
        <source>Where in the source</source>
        <translation>在来源中的位置</translation>
    </message>
    <message>
        <source>Page 4, 3:20</source>
        <translation>第 4 页、3:20</translation>
    </message>
    <message>
        <source>Choose the source from the list; its last line makes a new one.</source>
        <translation>请从列表中选择来源；最后一行可新建来源。</translation>
    </message>
</context>
<context>
    <name>CitationsEdit</name>
    <message>
        <source>+ Add so&amp;urce</source>
        <translation>＋ 添加来源(&amp;U)</translation>
    </message>
    <message>
        <source>Remove this citation</source>
        <translation>移除此引证</translation>
    </message>
</context>
<context>
    <name>CiteButton</name>
    <message>
        <source>Cite a source for: {field}</source>
        <translation>为此字段注明来源：{field}</translation>
    </message>
    <message>
        <source>Cite</source>
        <translation>注明来源</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 个来源</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClocksView</name>
    <message>
        <source>As of which day</source>
        <translation>截至哪一天</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>需要留意</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open what is selected</source>
        <translation>打开所选内容</translation>
    </message>
    <message>
        <source>Counting days</source>
        <translation>正在计算天数</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>所在状况</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Passes a limit within seven days</source>
        <translation>七天内将超过期限</translation>
    </message>
    <message>
        <source>Nobody passes a limit within seven days, as far as the dates tell.</source>
        <translation>就现有日期看，七天内没有人将超过期限。</translation>
    </message>
    <message>
        <source>Has passed a limit</source>
        <translation>已超过期限</translation>
    </message>
    <message>
        <source>Days over</source>
        <translation>超过天数</translation>
    </message>
    <message>
        <source>Nobody has passed a limit.</source>
        <translation>没有人超过期限。</translation>
    </message>
    <message>
        <source>Sentence ends within thirty days, or has ended</source>
        <translation>刑期在三十天内届满，或已届满</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>刑罚</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>届满</translation>
    </message>
    <message>
        <source>No sentence ends within thirty days.</source>
        <translation>三十天内没有刑期届满。</translation>
    </message>
    <message>
        <source>Longest without news</source>
        <translation>最久没有消息</translation>
    </message>
    <message>
        <source>Days without news</source>
        <translation>没有消息的天数</translation>
    </message>
    <message>
        <source>There is news of everybody within the days that are set under Limits.</source>
        <translation>在“期限”中所设的天数内，每个人都有消息。</translation>
    </message>
    <message>
        <source>Counted as of {day}.</source>
        <translation>计算至 {day}。</translation>
    </message>
    <message>
        <source>New: does not fit together</source>
        <translation>新发现：不相符之处</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Nothing that was changed in the last seven days is at odds with something else.</source>
        <translation>过去七天的改动没有与其他内容不相符的地方。</translation>
    </message>
    <message>
        <source>{limit}, {days} days</source>
        <translation>{limit}，{days} 天</translation>
    </message>
    <message>
        <source>perhaps, {days}</source>
        <translation>可能，{days}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} 至 {most}</translation>
    </message>
    <message>
        <source>at least {days}</source>
        <translation>至少 {days} 天</translation>
    </message>
</context>
<context>
    <name>CoarserList</name>
    <message>
        <source>Tell less in this publication; Space takes a step</source>
        <translation>在本次出版物中少透露一些；按空格键采用一项</translation>
    </message>
    <message>
        <source>{step}: taken</source>
        <comment>a step to tell less</comment>
        <translation>{step}：已采用</translation>
    </message>
    <message numerus="yes">
        <source>{step}: then %n of {all} remain</source>
        <translation>
            <numerusform>{step}：之后还剩 %n 个（共 {all} 个）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsEdit</name>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Holds, for example</source>
        <translation>内容举例</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Field of this column</source>
        <translation>这一列的字段</translation>
    </message>
    <message>
        <source>Column is a key</source>
        <translation>此列为键</translation>
    </message>
    <message>
        <source>Keys tell one row from another</source>
        <translation>键用于区分各行</translation>
    </message>
    <message>
        <source>Between several values</source>
        <translation>几个值之间</translation>
    </message>
    <message>
        <source>one value a cell</source>
        <translation>每格一个值</translation>
    </message>
    <message>
        <source>Order of day, month and year</source>
        <translation>年月日的顺序</translation>
    </message>
    <message>
        <source>As it stands</source>
        <translation>照原样</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>年、月、日</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>日、月、年</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>月、日、年</translation>
    </message>
    <message>
        <source>What the events are</source>
        <translation>事件的类型</translation>
    </message>
    <message>
        <source>Remember these fields as</source>
        <translation>将这些字段记为</translation>
    </message>
    <message>
        <source>Between values</source>
        <translation>值之间</translation>
    </message>
    <message>
        <source>Dates are</source>
        <translation>日期为</translation>
    </message>
    <message>
        <source>The events are</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>Remember as</source>
        <translation>记为</translation>
    </message>
    <message>
        <source>A column without a field of its own is kept in the note. The vault remembers this.</source>
        <translation>没有单独字段的列保存在备注中。保险库会记住这些选择。</translation>
    </message>
</context>
<context>
    <name>CommentRow</name>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>What is missing or doubtful</source>
        <translation>缺什么，或哪里可疑</translation>
    </message>
    <message>
        <source>Comment by</source>
        <translation>批注人</translation>
    </message>
    <message>
        <source>Your alias</source>
        <translation>您的化名</translation>
    </message>
    <message>
        <source>State of the comment</source>
        <translation>批注的状态</translation>
    </message>
</context>
<context>
    <name>CommentsEdit</name>
    <message>
        <source>+ Add comment</source>
        <translation>+ 添加批注</translation>
    </message>
    <message>
        <source>Remove this comment</source>
        <translation>移除此批注</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>How the condition counts</source>
        <translation>条件如何计入</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Is or is not</source>
        <translation>是或不是</translation>
    </message>
    <message>
        <source>is</source>
        <translation>是</translation>
    </message>
    <message>
        <source>is known and not</source>
        <translation>已知且不是</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
</context>
<context>
    <name>ConditionsEdit</name>
    <message>
        <source>Add a condition</source>
        <translation>添加条件</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>移除条件</translation>
    </message>
</context>
<context>
    <name>Confirming</name>
    <message numerus="yes">
        <source>%n marked place(s), none of which names anybody:</source>
        <translation>
            <numerusform>标出的 %n 处，没有一处是任何人的姓名：</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Anybody may read %n marked place(s), which tell more than the facts do:</source>
        <translation>
            <numerusform>标出的 %n 处透露得比各项事实多，任何人都可以读：</numerusform>
        </translation>
    </message>
    <message>
        <source>If you confirm this text, you say:</source>
        <translation>确认这篇文本，就表示：</translation>
    </message>
</context>
<context>
    <name>ConsentRow</name>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Agrees to</source>
        <translation>同意的范围</translation>
    </message>
    <message>
        <source>Answer given by</source>
        <translation>由谁答复</translation>
    </message>
    <message>
        <source>Basis without consent</source>
        <translation>无需同意的依据</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>不用照片</translation>
    </message>
    <message>
        <source>Pictures too</source>
        <translation>可用照片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Answered on: 2026-03-05</source>
        <translation>答复日期：2026-03-05</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Public document that shows it</source>
        <translation>证明此点的公开文件</translation>
    </message>
    <message>
        <source>Informed consent: {why}</source>
        <translation>知情同意：{why}</translation>
    </message>
</context>
<context>
    <name>ConsentTrace</name>
    <message>
        <source>No consent to publish. Who has or may have the record, and what names the person:</source>
        <translation>没有发表的同意。哪些人持有或可能持有这条记录，哪些出版物写了名：</translation>
    </message>
    <message>
        <source>Named in publication: {numbers}</source>
        <translation>写名的出版物：{numbers}</translation>
    </message>
    <message>
        <source>Perhaps pictured in publication: {numbers}</source>
        <translation>可能有照片的出版物：{numbers}</translation>
    </message>
    <message>
        <source>To tell, since they have the record: {names}</source>
        <translation>须告知（持有这条记录）：{names}</translation>
    </message>
    <message>
        <source>Perhaps to tell, though no receipt says that they have it: {names}</source>
        <translation>或须告知（没有回执表明持有）：{names}</translation>
    </message>
    <message>
        <source>Prepare the correction of publication {number}</source>
        <translation>准备出版物 {number} 的更正版</translation>
    </message>
</context>
<context>
    <name>ConsentsEdit</name>
    <message>
        <source>+ Add answer</source>
        <translation>+ 添加答复</translation>
    </message>
    <message>
        <source>Remove this answer</source>
        <translation>删去这个答复</translation>
    </message>
</context>
<context>
    <name>ConsistencyView</name>
    <message>
        <source>Checks</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开个案</translation>
    </message>
    <message>
        <source>Open what the finding is about, in its case</source>
        <translation>在个案中打开该发现所涉内容</translation>
    </message>
    <message>
        <source>Put aside …</source>
        <translation>搁置 …</translation>
    </message>
    <message>
        <source>Put the finding aside, with the reason</source>
        <translation>搁置该发现，并写明理由</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Show the finding again among the others</source>
        <translation>重新与其他发现一起显示</translation>
    </message>
    <message>
        <source>Why is this right as it is?</source>
        <translation>为什么这样是对的？</translation>
    </message>
    <message>
        <source>Why is this right as it is? The reason is kept.</source>
        <translation>为什么这样是对的？理由会保留。</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不搁置</translation>
    </message>
    <message>
        <source>Looking for what does not fit together</source>
        <translation>正在查找不相符之处</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>All that is recorded fits together, as far as the checks can tell.</source>
        <translation>就各项检查所能判断，所有记录都相符。</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>没有发现</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Nothing was put aside.</source>
        <translation>没有搁置的发现。</translation>
    </message>
    <message>
        <source>First claim</source>
        <translation>第一种说法</translation>
    </message>
    <message>
        <source>Second claim</source>
        <translation>第二种说法</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>所涉内容</translation>
    </message>
    <message>
        <source>Say why this is right as it is.</source>
        <translation>请写明为什么这样是对的。</translation>
    </message>
</context>
<context>
    <name>ContactListView</name>
    <message>
        <source>Contacts that came with the bundle; Space ticks one</source>
        <translation>随交接包来的联系人；按空格勾选</translation>
    </message>
    <message>
        <source>Take what is ticked</source>
        <translation>接受勾选的</translation>
    </message>
    <message>
        <source>Take the contacts that are ticked</source>
        <translation>接受勾选的联系人</translation>
    </message>
    <message>
        <source>Contacts that came with the bundle</source>
        <translation>随交接包来的联系人</translation>
    </message>
    <message>
        <source>You take contacts on this one&apos;s word. Whom you take is introduced, not verified.</source>
        <translation>你接受此人介绍的联系人。接受的人是由他人介绍的，不是已核实的。</translation>
    </message>
    <message>
        <source>None can be taken: only a verified contact marked as coordinator introduces others.</source>
        <translation>无法接受：只有已核实并标为协调人的联系人才能介绍他人。</translation>
    </message>
    <message numerus="yes">
        <source>Take all (%n)</source>
        <translation>
            <numerusform>全部接受（%n）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take all contacts that bring news (%n)</source>
        <translation>
            <numerusform>接受所有有新内容的联系人（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>here: {name}</source>
        <translation>本机名称：{name}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>Tick whom to take.</source>
        <translation>请勾选要接受谁。</translation>
    </message>
    <message numerus="yes">
        <source>Contacts that were added or changed: %n</source>
        <translation>
            <numerusform>添加或更改的联系人：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody was verified by this.</source>
        <translation>没有人因此而成为已核实的。</translation>
    </message>
    <message>
        <source>Compare the words with each of them before you send anything.</source>
        <translation>发送任何东西之前，请与其中每个人核对词。</translation>
    </message>
    <message>
        <source>looks like {names}</source>
        <translation>看起来像 {names}</translation>
    </message>
</context>
<context>
    <name>ContactLists</name>
    <message>
        <source>new: would be introduced</source>
        <translation>新的：将作为由他人介绍的联系人</translation>
    </message>
    <message>
        <source>a newer card</source>
        <translation>更新的名片</translation>
    </message>
    <message>
        <source>new keys, signed by the old ones</source>
        <translation>新密钥，由旧密钥签名</translation>
    </message>
    <message>
        <source>other keys without proof: would block the contact</source>
        <translation>另一个密钥，没有证明：会停用该联系人</translation>
    </message>
    <message>
        <source>revoked: would be trusted no more, for ever</source>
        <translation>已撤销：将永远不再信任</translation>
    </message>
    <message>
        <source>as it is here</source>
        <translation>与本机相同</translation>
    </message>
    <message>
        <source>of no use: the card expired, or its keys were given up</source>
        <translation>无法使用：名片已过期，或其密钥已不再使用</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Nobody of yours: nothing is sent to this key or taken from it.</source>
        <translation>不是你的联系人：不向这个密钥发送，也不从它接收任何东西。</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>Compare the twelve words with the person before you send anything.</source>
        <translation>发送任何东西之前，请与本人核对十二个词。</translation>
    </message>
    <message>
        <source>introduced, not verified by you</source>
        <translation>由他人介绍，你尚未核实</translation>
    </message>
    <message>
        <source>Somebody else vouches for it, not you. Compare the twelve words before you send anything.</source>
        <translation>担保的是别人，不是你。发送任何东西之前，请核对十二个词。</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>The words were compared and match. Bundles can be sent.</source>
        <translation>词已核对，相符。可以发送交接包。</translation>
    </message>
    <message>
        <source>new key, signed by the old one</source>
        <translation>新密钥，由旧密钥签名</translation>
    </message>
    <message>
        <source>Compare the words again before you send anything.</source>
        <translation>发送任何东西之前，请再核对一次词。</translation>
    </message>
    <message>
        <source>key changed without proof, blocked</source>
        <translation>密钥变了却没有证明，已停用</translation>
    </message>
    <message>
        <source>Somebody gave another key for this contact. Meet or call the person: the words that they read decide which key is theirs. Nothing is sent or taken before.</source>
        <translation>有人为这个联系人提供了另一个密钥。请与本人见面或通话：由对方念出的词决定哪个密钥是其本人的。在此之前不发送也不接收任何东西。</translation>
    </message>
    <message>
        <source>Nothing is sent to this contact and nothing is taken from it, for ever. If the person comes back, it is with a new identity: add its card under another name.</source>
        <translation>永远不向此联系人发送，也不从其接收任何东西。如果本人回来，要用新的身份：请把新名片用另一个名称添加。</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>ContactsView</name>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>No contacts yet. Ask for the person&apos;s contact card and add it here.</source>
        <translation>还没有联系人。请向对方索取名片，在这里添加。</translation>
    </message>
    <message>
        <source>Add a card</source>
        <translation>添加名片</translation>
    </message>
    <message>
        <source>Contact card</source>
        <translation>名片</translation>
    </message>
    <message>
        <source>Contact cards (*.card)</source>
        <translation>名片 (*.card)</translation>
    </message>
    <message>
        <source>Name of the contact, for yourself</source>
        <translation>联系人的名称，只给自己看</translation>
    </message>
    <message>
        <source>a name that only you need to understand</source>
        <translation>只有你需要看懂的名称</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Add the contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Compare the words again</source>
        <translation>再次核对</translation>
    </message>
    <message>
        <source>That card was somebody else&apos;s …</source>
        <translation>那张名片是别人的……</translation>
    </message>
    <message>
        <source>Take lists of contacts from this one</source>
        <translation>接受此联系人的联系人名单</translation>
    </message>
    <message>
        <source>since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Since which day not to trust</source>
        <translation>从哪一天起不再信任</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Compare the words</source>
        <translation>核对词</translation>
    </message>
    <message>
        <source>Call or meet the person. They read the twelve words of their own page, or the digits; you type what you hear.</source>
        <translation>请与本人通话或见面。对方念出自己页面上的十二个词或数字，由你输入听到的内容。</translation>
    </message>
    <message>
        <source>The twelve words that the person reads to you</source>
        <translation>对方念给你的十二个词</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Verify the contact by these words</source>
        <translation>用这些词核实联系人</translation>
    </message>
    <message>
        <source>Trust no more …</source>
        <translation>不再信任…</translation>
    </message>
    <message>
        <source>{state}, since {day}</source>
        <translation>{state}，自 {day} 起</translation>
    </message>
    <message>
        <source>Introduced by: {name}</source>
        <translation>介绍人：{name}</translation>
    </message>
    <message>
        <source>Choose the file with the contact card.</source>
        <translation>请选择名片文件。</translation>
    </message>
    <message>
        <source>The contact was added: {name}</source>
        <translation>已添加联系人：{name}</translation>
    </message>
    <message>
        <source>Type the words that the person reads to you.</source>
        <translation>请输入对方念给你的词。</translation>
    </message>
    <message>
        <source>The words match. The contact is verified: {name}</source>
        <translation>词相符。联系人已核实：{name}</translation>
    </message>
    <message>
        <source>Trust this contact no more, since {day}? Nothing is sent to it and nothing taken from it. Nothing takes that back: {name}</source>
        <translation>自 {day} 起不再信任此联系人？不再向其发送，也不再从其接收任何东西。此操作无法撤回：{name}</translation>
    </message>
    <message>
        <source>Trust no more</source>
        <translation>不再信任</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Was the card with the other key somebody else&apos;s, given under this name by mistake? If you are not sure, leave it, and compare the words: {name}</source>
        <translation>带有另一个密钥的名片是别人的，只是误用了这个名称吗？如果不确定，请保持不变并核对词：{name}</translation>
    </message>
    <message>
        <source>It was somebody else&apos;s</source>
        <translation>是别人的</translation>
    </message>
    <message>
        <source>The contact keeps the key that you know: {name}</source>
        <translation>联系人保留你已知的密钥：{name}</translation>
    </message>
    <message>
        <source>Accepted from it since that day, and to be looked through: review {numbers}.</source>
        <translation>自那天起从其接受过、需要查看的审阅：{numbers}。</translation>
    </message>
    <message>
        <source>The contact is not trusted any more: {name}</source>
        <translation>已不再信任联系人：{name}</translation>
    </message>
    <message>
        <source>It looks like {names}: make sure whose card it is before you verify it.</source>
        <translation>它与 {names} 看起来很像：核实之前，请先弄清这是谁的名片。</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>A bundle that this sender wrote for you before has not arrived.</source>
        <translation>这位发送者之前写给你的一个交接包没有收到。</translation>
    </message>
    <message>
        <source>A later bundle of this sender was read already.</source>
        <translation>这位发送者更晚的交接包已经读过。</translation>
    </message>
    <message>
        <source>It bears an earlier day than the bundle before it: the sender&apos;s clock was wrong on one of both.</source>
        <translation>它的日期早于前一个交接包：发送者的时钟在其中一个上有误。</translation>
    </message>
    <message>
        <source>It is from before the sender&apos;s vault was restored. Its receipts do not count any more.</source>
        <translation>它来自发送者的保险库恢复之前。其中的回执不再算数。</translation>
    </message>
    <message>
        <source>No contact has the record.</source>
        <translation>没有联系人持有这条记录。</translation>
    </message>
    <message>
        <source>No publication names them.</source>
        <translation>没有出版物写出此人的名字。</translation>
    </message>
    <message>
        <source>The names {first} and {second} are one letter apart</source>
        <translation>姓名 {first} 与 {second} 只差一个字</translation>
    </message>
    <message>
        <source>The sender has a new key, which the old one signed. Compare the words before you send anything.</source>
        <translation>发送人有了新密钥，由旧密钥签名。发送任何东西之前请核对词。</translation>
    </message>
    <message>
        <source>The sender saw more of this vault&apos;s history than there is: an older copy of it was put back here. Find out who did that, before you write anything.</source>
        <translation>发送者看到的本保险库历史比现有的还长：有人在这里放回了一个旧副本。在写入任何内容之前，请查明是谁所为。</translation>
    </message>
    <message>
        <source>The sender&apos;s clock is ahead of yours, or yours is behind.</source>
        <translation>发送者的时钟比你的快，或者你的时钟慢了。</translation>
    </message>
    <message>
        <source>The sender&apos;s custody log of some evidence leaves out what it said before, or says otherwise. Both stay in that log here. Ask why.</source>
        <translation>发送者对某些证据的保管记录，缺少以前说过的内容，或说法不同。两种说法都留在这里的保管记录中。请问明原因。</translation>
    </message>
    <message>
        <source>The sender&apos;s history is shorter than before: an older copy may have been put back. Ask why.</source>
        <translation>发送者的历史比以前短：可能放回了旧的副本。请问明原因。</translation>
    </message>
    <message>
        <source>The sender&apos;s vault was restored from a backup or copied since the last bundle. Ask why.</source>
        <translation>自上次交接包以来，发送者的保险库曾从备份恢复或被复制。请问明原因。</translation>
    </message>
    <message>
        <source>To correct, publications: {first}.</source>
        <translation>须更正的出版物：{first}。</translation>
    </message>
    <message>
        <source>To tell, contacts: {second}</source>
        <translation>须告知的联系人：{second}</translation>
    </message>
    <message>
        <source>a custody log of more than {detail} lines is not taken</source>
        <translation>超过 {detail} 行的保管记录不予导入</translation>
    </message>
    <message>
        <source>a formula, which is not computed here; what it gave last was taken</source>
        <translation>公式，此处不计算；采用其上次的结果</translation>
    </message>
    <message>
        <source>a number of more than fifteen digits: the spreadsheet made up its last ones</source>
        <translation>超过十五位的数字：电子表格软件改动了末尾几位</translation>
    </message>
    <message>
        <source>a record that came from another desk has this key too; the row makes a record of its own</source>
        <translation>有一条来自其他工作台的记录也使用这个键；本行另建一条记录</translation>
    </message>
    <message>
        <source>a sheet of more than {detail} rows is not read; split it</source>
        <translation>超过 {detail} 行的工作表不予读取；请拆分</translation>
    </message>
    <message>
        <source>a table of more than {detail} columns is not read</source>
        <translation>超过 {detail} 列的表格不予读取</translation>
    </message>
    <message>
        <source>a word where dates stand; taken as: {detail}</source>
        <translation>日期列中的文字；理解为：{detail}</translation>
    </message>
    <message>
        <source>about people of one name</source>
        <translation>关于同名的人</translation>
    </message>
    <message>
        <source>about the same person</source>
        <translation>关于同一个人</translation>
    </message>
    <message>
        <source>adds a main name where one stands already</source>
        <translation>在已有主要姓名之外再加一个</translation>
    </message>
    <message>
        <source>against it: about different people</source>
        <translation>反对：关于不同的人</translation>
    </message>
    <message>
        <source>against it: both named in one event</source>
        <translation>反对：两人在同一事件中并列</translation>
    </message>
    <message>
        <source>against it: different dates of birth</source>
        <translation>反对：出生日期不同</translation>
    </message>
    <message>
        <source>against it: different sex</source>
        <translation>反对：性别不同</translation>
    </message>
    <message>
        <source>against it: of different kinds</source>
        <translation>反对：类别不同</translation>
    </message>
    <message>
        <source>against it: one lies in the other</source>
        <translation>反对：其中一个位于另一个之内</translation>
    </message>
    <message>
        <source>against it: they lie in different places</source>
        <translation>反对：位于不同地点</translation>
    </message>
    <message>
        <source>allows more than what somebody consented to</source>
        <translation>允许的超出有人同意的范围</translation>
    </message>
    <message>
        <source>an entry was changed in the desk too; the desk&apos;s stands beside the file&apos;s</source>
        <translation>本工作台也改过其中一项；本工作台的与文件中的并存</translation>
    </message>
    <message>
        <source>answers to the desk&apos;s own questions that are not visible enough for this profile</source>
        <translation>对本台自己问题的回答，其级别不足以在此方案中公开</translation>
    </message>
    <message>
        <source>arrives as public</source>
        <translation>以公开级别到来</translation>
    </message>
    <message>
        <source>brings or changes a question</source>
        <translation>带来或更改一个问题</translation>
    </message>
    <message>
        <source>brings or changes a saved search or a profile</source>
        <translation>带来或更改一个保存的搜索或方案</translation>
    </message>
    <message>
        <source>brings or changes a term</source>
        <translation>带来或更改一个术语</translation>
    </message>
    <message>
        <source>cases that are not visible enough for this profile</source>
        <translation>可见范围不够，不能用于此方案的个案</translation>
    </message>
    <message>
        <source>changes or removes what was here</source>
        <translation>更改或删去本处原有的内容</translation>
    </message>
    <message>
        <source>changes until when an event is confidential</source>
        <translation>改变了事件保密到何时</translation>
    </message>
    <message>
        <source>changes what kind of party it is</source>
        <translation>改变当事方的类型</translation>
    </message>
    <message>
        <source>changes who is in it</source>
        <translation>改变其中的人员</translation>
    </message>
    <message>
        <source>cited for the same fact</source>
        <translation>用于证明同一事实</translation>
    </message>
    <message>
        <source>cites a source for what is here</source>
        <translation>为本处已有的内容引用来源</translation>
    </message>
    <message>
        <source>dates of birth that fit</source>
        <translation>出生日期不矛盾</translation>
    </message>
    <message>
        <source>dates that are not understood</source>
        <translation>无法理解的日期</translation>
    </message>
    <message>
        <source>events that are not visible enough, or concern nobody who may appear</source>
        <translation>可见范围不够、或不涉及可出现之人的事件</translation>
    </message>
    <message>
        <source>events that were found untrue, since this profile does not say so of events</source>
        <translation>已查明不实的事件，因为此方案不说明事件的说法</translation>
    </message>
    <message>
        <source>evidence is about people and events; write for example depicts::party:p1</source>
        <translation>证据只能关于人和事件；例如写作 depicts::party:p1</translation>
    </message>
    <message>
        <source>evidence stays as it came; give another file a key of its own</source>
        <translation>证据保持原样；另一个文件请用自己的键</translation>
    </message>
    <message>
        <source>facts of sensitive topics, which this profile does not publish</source>
        <translation>敏感主题的事实，此方案不公开</translation>
    </message>
    <message>
        <source>free texts that are in no language of this publication</source>
        <translation>不属于此出版物任何语言的自由文本</translation>
    </message>
    <message>
        <source>free texts that changed since they were reviewed, or whose original did, or of which more would now be told</source>
        <translation>审阅后有改动、或其原文有改动、或如今会透露更多内容的自由文本</translation>
    </message>
    <message>
        <source>free texts that were not reviewed for this profile</source>
        <translation>没有为此方案审阅过的自由文本</translation>
    </message>
    <message>
        <source>it holds a NUL character, which no text has</source>
        <translation>含有空字符（NUL），文本中不应有它</translation>
    </message>
    <message>
        <source>it is longer than {detail} characters</source>
        <translation>长度超过 {detail} 个字符</translation>
    </message>
    <message>
        <source>latitude is from -90 to 90 and longitude from -180 to 180, both or neither; precision is in metres</source>
        <translation>纬度从 -90 到 90，经度从 -180 到 180，两者都有或都没有；精度以米为单位</translation>
    </message>
    <message>
        <source>moves to another case</source>
        <translation>移到另一宗个案</translation>
    </message>
    <message>
        <source>name a file, or the SHA-256 of one that is elsewhere</source>
        <translation>请写明文件，或存于别处的文件的 SHA-256</translation>
    </message>
    <message>
        <source>names a file that is here under another record</source>
        <translation>指向库中另一条记录的文件</translation>
    </message>
    <message>
        <source>names one letter apart</source>
        <translation>姓名只差一个字母</translation>
    </message>
    <message>
        <source>names that contain one that may not be told; a label takes their place</source>
        <translation>含有不可写出的名字的姓名，改用代称</translation>
    </message>
    <message>
        <source>names that sound alike</source>
        <translation>姓名读音相同</translation>
    </message>
    <message>
        <source>neither a party nor a case is named</source>
        <translation>既没有写明人员，也没有写明个案</translation>
    </message>
    <message>
        <source>newer texts that were not reviewed as they are now: a reviewed one that says the same is printed</source>
        <translation>较新的文本，尚未按现在的内容审阅：印出的是内容相同、已审阅的那一篇</translation>
    </message>
    <message>
        <source>no case has this key</source>
        <translation>没有个案使用这个键</translation>
    </message>
    <message>
        <source>no date that exists or is understood ({detail}); kept as it is</source>
        <translation>不是存在的或能理解的日期（{detail}）；按原样保留</translation>
    </message>
    <message>
        <source>no event has this key</source>
        <translation>没有事件使用这个键</translation>
    </message>
    <message>
        <source>no evidence has this key</source>
        <translation>没有证据使用这个键</translation>
    </message>
    <message>
        <source>no field was chosen for this column; it is kept in the note of the person</source>
        <translation>这一列没有选择字段；内容保存在此人的备注中</translation>
    </message>
    <message>
        <source>no file came along; only what describes it is taken</source>
        <translation>没有附带文件；只采用其说明</translation>
    </message>
    <message>
        <source>no party has this key</source>
        <translation>没有人员使用这个键</translation>
    </message>
    <message>
        <source>no place has this key</source>
        <translation>没有地点用这个键</translation>
    </message>
    <message>
        <source>no record has this key; write for example event:e1</source>
        <translation>没有记录用这个键；请写作例如 event:e1</translation>
    </message>
    <message>
        <source>no row of evidence.csv has this key</source>
        <translation>evidence.csv 中没有使用这个键的行</translation>
    </message>
    <message>
        <source>no row of reports.csv has this key</source>
        <translation>reports.csv 中没有哪一行用这个键</translation>
    </message>
    <message>
        <source>no row of this kit is this record; write for example case:c1</source>
        <translation>表格包中没有这条记录；请写成例如 case:c1</translation>
    </message>
    <message>
        <source>no source has this key</source>
        <translation>没有来源用这个键</translation>
    </message>
    <message>
        <source>not a column of the kit; what stands in it is kept in the note of each record</source>
        <translation>不是表格套件的列；其内容保留在各记录的备注中</translation>
    </message>
    <message>
        <source>not a column of this file; what stands in it is not taken</source>
        <translation>不是此文件的列；其中的内容不予采用</translation>
    </message>
    <message>
        <source>not a date in the order {detail}; kept as it is</source>
        <translation>不是按 {detail} 顺序书写的日期；原样保留</translation>
    </message>
    <message>
        <source>not a file of the kit; rows that are not read: {detail}</source>
        <translation>不是工具包中的文件；未读取的行数：{detail}</translation>
    </message>
    <message>
        <source>not in the vocabulary {detail}; kept as it is</source>
        <translation>不在词表 {detail} 中；已按原样保留</translation>
    </message>
    <message>
        <source>not the code of a script; kept as it is</source>
        <translation>不是文字代码；已按原样保留</translation>
    </message>
    <message>
        <source>not understood; kept as it is</source>
        <translation>无法识别；已按原样保留</translation>
    </message>
    <message>
        <source>not understood; left out</source>
        <translation>无法识别；未采用</translation>
    </message>
    <message>
        <source>of the same kind</source>
        <translation>类别相同</translation>
    </message>
    <message>
        <source>one may lie where the other does</source>
        <translation>其中一个可能位于另一个所在之处</translation>
    </message>
    <message>
        <source>one name in two spellings</source>
        <translation>同一姓名的两种写法</translation>
    </message>
    <message>
        <source>one name, with and without what kind of place it is</source>
        <translation>同一名称，带或不带地点类别</translation>
    </message>
    <message>
        <source>only a record that came from another desk has this key; name it by its reference or id</source>
        <translation>只有一条来自其他工作台的记录使用这个键；请用它的编号或 ID 指明</translation>
    </message>
    <message>
        <source>only one sheet is read; rows in this one: {detail}</source>
        <translation>此工作表另有 {detail} 行；只读取一个工作表</translation>
    </message>
    <message>
        <source>parts in a role that no vocabulary knows; choose a term for them to appear</source>
        <translation>角色不在词表中的参与记录；选用词表中的角色后才会显示</translation>
    </message>
    <message>
        <source>people left out by their role: only persons concerned, those in office and public lawyers appear</source>
        <translation>因角色而未收入的人：只收入当事人、担任公职的责任人和公开身份的律师</translation>
    </message>
    <message>
        <source>people who may not appear</source>
        <translation>不可以出现的人</translation>
    </message>
    <message>
        <source>pictures in which others may be seen: cover them or ask them, and say so of the evidence</source>
        <translation>可能看得到其他人的图片：请遮盖他们或征求他们同意，并在证据中写明</translation>
    </message>
    <message>
        <source>pictures of cases in which somebody did not agree to pictures</source>
        <translation>个案照片：其中有人未同意使用照片</translation>
    </message>
    <message>
        <source>pictures of which the boxes or the words changed since they were reviewed</source>
        <translation>审阅之后遮盖框或文字有改动的图片</translation>
    </message>
    <message>
        <source>pictures that show somebody who stands without a name here: cover the face, and confirm it</source>
        <translation>图片中有在此不写名的人：请遮住面部，并加以确认</translation>
    </message>
    <message>
        <source>pictures that were not reviewed for this profile</source>
        <translation>未按此方案审阅的图片</translation>
    </message>
    <message>
        <source>places in texts that may name a person: decide about each</source>
        <translation>待审阅文本中可能写出某人姓名的位置：须由审阅者逐一决定</translation>
    </message>
    <message>
        <source>questions of the desk&apos;s own that are gone or asked otherwise since they were let out</source>
        <translation>本台自己的问题，选入方案之后已不存在或改了问法</translation>
    </message>
    <message>
        <source>refers to a record that came with it and needs a look</source>
        <translation>引用了一同到来、需要查看的记录</translation>
    </message>
    <message>
        <source>row {detail} has the same key columns and says something else; add a column to the keys</source>
        <translation>第 {detail} 行的关键列相同而内容不同；请增加一个关键列</translation>
    </message>
    <message>
        <source>row {detail} has this key already</source>
        <translation>第 {detail} 行已有这个键</translation>
    </message>
    <message>
        <source>row {detail} has this name too; kept as two people</source>
        <translation>第 {detail} 行也有这个姓名；按两个人保留</translation>
    </message>
    <message>
        <source>row {detail} has this word for another term</source>
        <translation>第 {detail} 行的另一词条已用此词</translation>
    </message>
    <message>
        <source>row {detail} says this already; taken once</source>
        <translation>第 {detail} 行已写过；只取一次</translation>
    </message>
    <message>
        <source>same code name</source>
        <translation>代号相同</translation>
    </message>
    <message>
        <source>same day of birth</source>
        <translation>同一天出生</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>same title</source>
        <translation>标题相同</translation>
    </message>
    <message>
        <source>says how sure an event is</source>
        <translation>说明事件有多可信</translation>
    </message>
    <message>
        <source>says what a file of evidence is, its dates, or where it came from</source>
        <translation>说明证据文件是什么、其日期或来历</translation>
    </message>
    <message>
        <source>says what a person consents to</source>
        <translation>说明某人同意的范围</translation>
    </message>
    <message>
        <source>says what a source is, how reliable, or what print may say of it</source>
        <translation>说明来源是什么、多可靠，或发布时如何称呼</translation>
    </message>
    <message>
        <source>says what kind of place it is, or what it lies in</source>
        <translation>说明地点的种类或所属</translation>
    </message>
    <message>
        <source>says which country&apos;s law applies</source>
        <translation>说明适用哪国法律</translation>
    </message>
    <message>
        <source>says who may learn of it</source>
        <translation>说明谁可以知道它</translation>
    </message>
    <message>
        <source>says whom evidence shows, or whether others are seen in it</source>
        <translation>说明证据拍到谁，或画面中是否还有其他人</translation>
    </message>
    <message>
        <source>takes off that the name is protected</source>
        <translation>取消对姓名的保护</translation>
    </message>
    <message>
        <source>the basis cites no document that anybody may read, such as a news report</source>
        <translation>此依据未注明任何人都能查阅的文件，例如新闻报道</translation>
    </message>
    <message>
        <source>the file has another SHA-256 than the row says: it was changed, or is another file</source>
        <translation>文件的 SHA-256 与该行所写不同：文件被改动过，或是另一个文件</translation>
    </message>
    <message>
        <source>the file is larger than {detail} MiB</source>
        <translation>文件大于 {detail} MiB</translation>
    </message>
    <message>
        <source>the file is not there, or cannot be read</source>
        <translation>文件不存在，或无法读取</translation>
    </message>
    <message>
        <source>the file must lie in the folder of the kit</source>
        <translation>文件必须位于表格包的文件夹中</translation>
    </message>
    <message>
        <source>the first row must name the columns, {detail} among them</source>
        <translation>第一行必须是列名，其中要有 {detail}</translation>
    </message>
    <message>
        <source>the key is missing</source>
        <translation>缺少键</translation>
    </message>
    <message>
        <source>the levels are public, restricted and secret; the field must be one of the record</source>
        <translation>级别只有 public、restricted、secret；字段必须是该记录的字段</translation>
    </message>
    <message>
        <source>the mapping names this column, and the table does not have it</source>
        <translation>映射中有这一列，但表格中没有</translation>
    </message>
    <message>
        <source>the number is not within {detail}</source>
        <translation>数字不在 {detail} 之间</translation>
    </message>
    <message>
        <source>the row has more cells than there are columns</source>
        <translation>这一行的单元格比列数多</translation>
    </message>
    <message>
        <source>the same happened on the same day</source>
        <translation>同一天发生同样的事</translation>
    </message>
    <message>
        <source>the same passage is quoted</source>
        <translation>引用了同一段话</translation>
    </message>
    <message>
        <source>the same place</source>
        <translation>同一地点</translation>
    </message>
    <message>
        <source>the sender&apos;s custody log leaves out what it said before, or says otherwise</source>
        <translation>发送者的保管记录缺少以前说过的内容，或说法不同</translation>
    </message>
    <message>
        <source>the table holds nothing</source>
        <translation>表格是空的</translation>
    </message>
    <message>
        <source>the workbook is protected by a password; save it without one</source>
        <translation>工作簿设有密码；请存为不带密码的文件</translation>
    </message>
    <message>
        <source>the workbook unpacks to more than {detail} MiB</source>
        <translation>工作簿解压后超过 {detail} MiB</translation>
    </message>
    <message>
        <source>there is no such sheet; its sheets are: {detail}</source>
        <translation>没有这个工作表；现有工作表：{detail}</translation>
    </message>
    <message>
        <source>they lie in the same place</source>
        <translation>位于同一地点</translation>
    </message>
    <message>
        <source>this cannot be: {detail}</source>
        <translation>不可能如此：{detail}</translation>
    </message>
    <message>
        <source>this consent cannot be taken: {detail}</source>
        <translation>这项同意无法接受：{detail}</translation>
    </message>
    <message>
        <source>this contradicts itself, as it did in the vault that wrote the kit; kept as it is</source>
        <translation>这里自相矛盾，写出此表格包的保险库中就是如此；照原样保留</translation>
    </message>
    <message>
        <source>this event is in no case</source>
        <translation>这个事件不属于任何个案</translation>
    </message>
    <message>
        <source>this evidence would be made from itself</source>
        <translation>这一证据将由它自身制成</translation>
    </message>
    <message>
        <source>this is no well-formed XLSX workbook; save it anew as XLSX or as CSV UTF-8</source>
        <translation>这不是格式正确的 XLSX 工作簿；请重新存为 XLSX 或 CSV UTF-8</translation>
    </message>
    <message>
        <source>this is not UTF-8 text ({detail}); save the file as CSV UTF-8</source>
        <translation>这不是 UTF-8 文本（{detail}）；请把文件另存为 CSV UTF-8</translation>
    </message>
    <message>
        <source>this is not UTF-8 text; it was read as GB 18030. Look at the names before you import</source>
        <translation>这不是 UTF-8 文本，已按 GB 18030 读取。导入前请核对姓名</translation>
    </message>
    <message>
        <source>this is not well-formed CSV: {detail}</source>
        <translation>CSV 格式不正确：{detail}</translation>
    </message>
    <message>
        <source>this party is in several cases; name one of them in the column case</source>
        <translation>此人在多宗个案中；请在 case 列写明其中一个</translation>
    </message>
    <message>
        <source>this place would lie in itself</source>
        <translation>这个地点会位于它自己之中</translation>
    </message>
    <message>
        <source>this term would be merged into itself</source>
        <translation>此词条会并入其自身</translation>
    </message>
    <message>
        <source>this time has not come yet; it is kept as that log says it</source>
        <translation>这个时间尚未到来；按那份记录所写保留</translation>
    </message>
    <message>
        <source>this was changed in the desk too; the file&apos;s value was taken</source>
        <translation>本工作台也改过这里；采用了文件中的值</translation>
    </message>
    <message>
        <source>this was deleted in the desk since; not taken again</source>
        <translation>此后已在本工作台删除；不再读入</translation>
    </message>
    <message>
        <source>titles one letter apart</source>
        <translation>标题只差一个字母</translation>
    </message>
    <message>
        <source>two columns have this name</source>
        <translation>有两列同名</translation>
    </message>
    <message>
        <source>words that no vocabulary knows, printed as “Other” or left out</source>
        <translation>词表中没有的用语，印作“其他”或略去</translation>
    </message>
    <message>
        <source>write for example 2026-05-01T09:30:00Z</source>
        <translation>请写成例如 2026-05-01T09:30:00Z</translation>
    </message>
    <message>
        <source>write for example yes;purpose=with_name;pictures=no;given_by=self;date=2026-05-01</source>
        <translation>例如写作 yes;purpose=with_name;pictures=no;given_by=self;date=2026-05-01</translation>
    </message>
    <message>
        <source>write one of {detail}</source>
        <translation>请填其中之一：{detail}</translation>
    </message>
    <message>
        <source>{detail} has this name already; kept as another person</source>
        <translation>{detail} 已有这个姓名；按另一个人保留</translation>
    </message>
    <message>
        <source>{name} agreed to no publication (answer of {day}).</source>
        <translation>{name} 没有同意发表（{day} 的答复）。</translation>
    </message>
    <message>
        <source>{name} refused consent on {day}.</source>
        <translation>{name} 于 {day} 表示不同意。</translation>
    </message>
    <message>
        <source>{name} withdrew consent on {day}.</source>
        <translation>{name} 于 {day} 撤回了同意。</translation>
    </message>
    <message>
        <source>{name}, born {second}, was of age when a guardian agreed ({first})</source>
        <translation>{name}（出生 {second}）：监护人表示同意时（{first}）本人已成年</translation>
    </message>
    <message>
        <source>{name}: an answer on consent is of a day that has not come yet ({first})</source>
        <translation>{name}：有一项知情同意答复的日期尚未到来（{first}）</translation>
    </message>
    <message>
        <source>{name}: an answer to {first} is due, and none is recorded. Asked: {second}</source>
        <translation>{name}：{first}应有答复，尚无记录。致送：{second}</translation>
    </message>
    <message>
        <source>{name}: at least {days} days from {first} to {second}; the limit is {limit}</source>
        <translation>{name}：从 {first} 到 {second} 至少 {days} 天；期限为 {limit} 天</translation>
    </message>
    <message>
        <source>{name}: in two places on one day: {first}; {second}</source>
        <translation>{name}：同一天在两地：{first}；{second}</translation>
    </message>
    <message>
        <source>{name}: sentenced ({first}), and no charge is recorded</source>
        <translation>{name}：已判刑（{first}），但没有记录罪名</translation>
    </message>
    <message>
        <source>{name}: the claims contradict each other: {first}; {second}</source>
        <translation>{name}：说法相互矛盾：{first}；{second}</translation>
    </message>
    <message>
        <source>{name}: the release of {first} lies before any custody ({second})</source>
        <translation>{name}：{first} 的获释早于任何羁押（{second}）</translation>
    </message>
    <message>
        <source>{name}: these steps stand in the wrong order: {first}; {second}</source>
        <translation>{name}：这些步骤的次序不对：{first}；{second}</translation>
    </message>
    <message>
        <source>{name}: {first} is confirmed, and no source is cited</source>
        <translation>{name}：{first} 标为已证实，但未注明来源</translation>
    </message>
    <message>
        <source>{name}: {first} is public, and print describes a confidential source</source>
        <translation>{name}：{first}是公开的，而发布时描述了保密来源</translation>
    </message>
    <message>
        <source>{name}: {first} lies in the future</source>
        <translation>{name}：{first}的日期在未来</translation>
    </message>
    <message>
        <source>{name}: {second} ends before {first} begins</source>
        <translation>{name}：{second} 结束于 {first} 开始之前</translation>
    </message>
    <message>
        <source>{name}: {second} lies after the death ({first})</source>
        <translation>{name}：{second} 发生在死亡（{first}）之后</translation>
    </message>
    <message>
        <source>it is no JPEG, PNG, GIF or WebP picture</source>
        <translation>它不是 JPEG、PNG、GIF 或 WebP 图片</translation>
    </message>
    <message>
        <source>it has more than 64 million pixels</source>
        <translation>它超过 6400 万像素</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>它已损坏</translation>
    </message>
    <message>
        <source>known are {0}</source>
        <translation>已知的有：{0}</translation>
    </message>
    <message>
        <source>the file is larger than 64 MiB</source>
        <translation>文件超过 64 MiB</translation>
    </message>
    <message>
        <source>together they are larger than 64 MiB; choose fewer cases</source>
        <translation>它们合计超过 64 MiB；请少选一些个案</translation>
    </message>
    <message>
        <source>it lies beside the picture of {0} x {1} pixels</source>
        <translation>它在 {0} × {1} 像素的图片之外</translation>
    </message>
    <message>
        <source>{0} boxes at most</source>
        <translation>最多 {0} 个遮盖框</translation>
    </message>
    <message>
        <source>{0} characters at most</source>
        <translation>最多 {0} 个字符</translation>
    </message>
    <message>
        <source>{0} characters at most, since the whole record is too large</source>
        <translation>最多 {0} 个字符，因为整条记录太大</translation>
    </message>
    <message>
        <source>it changed while it was being looked at; look at it again</source>
        <translation>查看期间有改动；请重新查看</translation>
    </message>
    <message>
        <source>say in words what the picture shows</source>
        <translation>请用文字说明图片的内容</translation>
    </message>
    <message>
        <source>others may be seen in it: cover them or ask them, and say so of the evidence</source>
        <translation>画面中可能看得到其他人：请遮盖他们或征求他们同意，并在证据中写明</translation>
    </message>
    <message>
        <source>confirm of everybody who is shown and not named that the boxes cover them</source>
        <translation>请确认：图片中每个不写名的人都已被方框遮住</translation>
    </message>
    <message>
        <source>the evidence does not say that it shows this person</source>
        <translation>证据中没有写明图片中有此人</translation>
    </message>
    <message>
        <source>no box covers anybody</source>
        <translation>没有方框遮住任何人</translation>
    </message>
    <message>
        <source>write none, covered, consented or open</source>
        <translation>请写 none、covered、consented 或 open</translation>
    </message>
    <message>
        <source>somebody of the case has this name: write a code name</source>
        <translation>个案中有人叫这个名字：请写代号</translation>
    </message>
    <message>
        <source>draw boxes first, or say that it takes none</source>
        <translation>请先画遮盖框，或说明不需要遮盖</translation>
    </message>
    <message>
        <source>it takes too long to unpack</source>
        <translation>解开它所需时间过长</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>the keyfile is empty</source>
        <translation>密钥文件是空的</translation>
    </message>
    <message>
        <source>the keyfile: {0}</source>
        <translation>密钥文件：{0}</translation>
    </message>
    <message>
        <source>it is not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>it lies in a vault, whose files change</source>
        <translation>它在保险库里，那里的文件会改变</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或文件夹</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>读写出错</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>这是文件夹</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>这不是文件夹</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>文件系统只读</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>文件名太长</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许这项操作</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备正忙</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件太多</translation>
    </message>
    <message>
        <source>it does not read back as it was written</source>
        <translation>读回的内容与写入的不同</translation>
    </message>
    <message>
        <source>a day is written 2026-01-31</source>
        <translation>日期应写成 2026-01-31</translation>
    </message>
    <message>
        <source>that day has not come yet</source>
        <translation>那一天还没有到</translation>
    </message>
    <message>
        <source>there are {0} entries, counted from 1</source>
        <translation>共有 {0} 条，从 1 数起</translation>
    </message>
    <message>
        <source>this proves no entry of the opening</source>
        <translation>这不能证明开示文件中的任何一条</translation>
    </message>
    <message>
        <source>there is no figure in this publication</source>
        <translation>这份出版物中没有统计数字</translation>
    </message>
    <message>
        <source>write a month as YYYY-MM</source>
        <translation>月份请写作 YYYY-MM</translation>
    </message>
    <message>
        <source>no count of it was committed to</source>
        <translation>它没有计数承诺</translation>
    </message>
    <message>
        <source>it is no such file of a count</source>
        <translation>这不是此类计数文件</translation>
    </message>
    <message>
        <source>this desk has a key already; replace or remove it</source>
        <translation>本工作台已有密钥；请更换或删除它</translation>
    </message>
    <message>
        <source>this desk has no key of an organisation</source>
        <translation>本工作台没有机构密钥</translation>
    </message>
    <message>
        <source>this desk has another key; say that it is replaced</source>
        <translation>本工作台有另一把密钥；请说明要替换它</translation>
    </message>
    <message>
        <source>give the organisation a name of 1 to {0} characters</source>
        <translation>请给机构取一个 1 至 {0} 个字符的名称</translation>
    </message>
    <message>
        <source>{0} to {1} days</source>
        <translation>{0} 至 {1} 天</translation>
    </message>
    <message>
        <source>it has one of this desk&apos;s own keys</source>
        <translation>它含有本机自己的一个密钥</translation>
    </message>
    <message>
        <source>write RECORD:FIELD=theirs or RECORD:FIELD=ours</source>
        <translation>请写成 RECORD:FIELD=theirs 或 RECORD:FIELD=ours</translation>
    </message>
    <message>
        <source>what differs in this record is: {0}</source>
        <translation>这条记录里不同的部分是：{0}</translation>
    </message>
    <message>
        <source>a record of this kind has no such field</source>
        <translation>这类记录没有此字段</translation>
    </message>
    <message>
        <source>a record of this kind has no such list</source>
        <translation>这类记录没有此列表</translation>
    </message>
    <message>
        <source>an entry of this list has no such field</source>
        <translation>此列表的条目没有此字段</translation>
    </message>
    <message>
        <source>a record of this kind has these lists: {0}</source>
        <translation>这种记录有这些列表：{0}</translation>
    </message>
    <message>
        <source>the list has {0} entries, counted from 1</source>
        <translation>列表有 {0} 项，从 1 数起</translation>
    </message>
    <message>
        <source>an entry without it says nothing</source>
        <translation>没有它，这一项什么也没说</translation>
    </message>
    <message>
        <source>it takes the reference of a record of the kind {0}</source>
        <translation>要填 {0} 类记录的编号</translation>
    </message>
    <message>
        <source>an event cannot be linked to itself</source>
        <translation>事件不能与自身关联</translation>
    </message>
    <message>
        <source>name a vocabulary that exists</source>
        <translation>请写出存在的词表</translation>
    </message>
    <message>
        <source>say what kind of relation it is</source>
        <translation>请说明是什么关系</translation>
    </message>
    <message>
        <source>a relation has two sides</source>
        <translation>关系有两方</translation>
    </message>
    <message>
        <source>a person, a group or an organisation stands in a relation</source>
        <translation>关系的一方是个人、群体或组织</translation>
    </message>
    <message>
        <source>nobody is related to themselves</source>
        <translation>没有人与自己有关系</translation>
    </message>
    <message>
        <source>write the smaller number first</source>
        <translation>请先写较小的数字</translation>
    </message>
    <message>
        <source>a SHA-256 is 64 figures and letters from a to f</source>
        <translation>SHA-256 由 64 个数字和 a 到 f 的字母组成</translation>
    </message>
    <message>
        <source>say what was published</source>
        <translation>请写明公布的是什么</translation>
    </message>
    <message>
        <source>a small picture of evidence is not as it was written: put back or altered</source>
        <translation>证据的小图与写入时不符：被放回旧的或被改动</translation>
    </message>
    <message>
        <source>it takes a whole number</source>
        <translation>须为整数</translation>
    </message>
    <message>
        <source>write latitude (-90 to 90) and longitude (-180 to 180) in degrees, and after ± how many metres they may be off: 41.7, 82.9 ± 500</source>
        <translation>请写以度为单位的纬度（-90 至 90）和经度（-180 至 180），并在 ± 之后写可能相差多少米：41.7, 82.9 ± 500</translation>
    </message>
    <message>
        <source>it takes yes or no</source>
        <translation>须为“是”或“否”</translation>
    </message>
    <message>
        <source>say what was answered, or that nobody was asked</source>
        <translation>请写明答复，或写明未询问任何人</translation>
    </message>
    <message>
        <source>say who gave the answer</source>
        <translation>请写明由谁答复</translation>
    </message>
    <message>
        <source>say when the answer was given: the latest one counts</source>
        <translation>请写明何时答复：以最新的为准</translation>
    </message>
    <message>
        <source>say to what the person agrees</source>
        <translation>请写明同意到什么范围</translation>
    </message>
    <message>
        <source>only a yes has one</source>
        <translation>只有表示同意才有此项</translation>
    </message>
    <message>
        <source>only a yes ends</source>
        <translation>只有表示同意才有期限</translation>
    </message>
    <message>
        <source>nobody answered</source>
        <translation>没有人答复</translation>
    </message>
    <message>
        <source>an answer needs none, and none overrules an answer</source>
        <translation>已有答复则无需依据，任何依据也不能推翻答复</translation>
    </message>
    <message>
        <source>a basis without consent cites a public document</source>
        <translation>无需同意的依据须引用一份公开文件</translation>
    </message>
    <message>
        <source>it takes a day, a month or a year</source>
        <translation>须填写日、月或年</translation>
    </message>
    <message>
        <source>it lies before the date</source>
        <translation>早于该日期</translation>
    </message>
    <message>
        <source>it lies before the field {0}</source>
        <translation>它早于字段“{0}”</translation>
    </message>
    <message>
        <source>the record has several: write --of NUMBER, as `text of` counts them, or --of= for none of them</source>
        <translation>此记录有多份文本：请写 --of NUMBER（编号以 `text of` 为准），都不是则写 --of=</translation>
    </message>
    <message>
        <source>only people consent, one person or a group of them</source>
        <translation>只有人（一个人或一群人）才能表示同意</translation>
    </message>
    <message>
        <source>another text is made of it: remove that one first, or say that it is made of another</source>
        <translation>另有文本出自它：请先移除那份文本，或写明其出自另一份文本</translation>
    </message>
    <message>
        <source>the person was of age that day: a guardian speaks for a child</source>
        <translation>当天此人已成年：监护人只能代未成年人作答</translation>
    </message>
    <message>
        <source>evidence is not about itself</source>
        <translation>证据不能以自身为对象</translation>
    </message>
    <message>
        <source>a person is named on the ground of it; change that first</source>
        <translation>有人凭它公开姓名；请先改那里</translation>
    </message>
    <message>
        <source>small counts stand only of what the profile lets out</source>
        <translation>只有此方案允许公开的内容，才可显示小数目</translation>
    </message>
    <message>
        <source>it is no source of a type that anybody may read, such as a news report</source>
        <translation>这不是任何人都能查阅的来源类型（例如新闻报道）</translation>
    </message>
    <message>
        <source>only people consent</source>
        <translation>只有人才能表示同意</translation>
    </message>
    <message>
        <source>somebody who is named in it refuses now: publish a correction</source>
        <translation>其中写名的人现在不同意：请发布更正版</translation>
    </message>
    <message>
        <source>the person refused, withdrew or let it expire: ask anew</source>
        <translation>本人不同意、已撤回或同意已过期：请重新询问</translation>
    </message>
    <message>
        <source>a record keeps a reference</source>
        <translation>记录必须保留编号</translation>
    </message>
    <message>
        <source>it takes up to 64 letters, digits, dots, strokes and dashes</source>
        <translation>至多 64 个字母、数字、点、下划线和短横</translation>
    </message>
    <message>
        <source>it takes text</source>
        <translation>须为文字</translation>
    </message>
    <message>
        <source>evidence whose file is not here</source>
        <translation>须是文件不在这里的证据</translation>
    </message>
    <message>
        <source>the levels are public, restricted and secret</source>
        <translation>级别为公开、受保护、保密</translation>
    </message>
    <message>
        <source>the formats are: {0}</source>
        <translation>可用的格式：{0}</translation>
    </message>
    <message>
        <source>there is no import of that number</source>
        <translation>没有这个编号的导入</translation>
    </message>
    <message>
        <source>it was undone before</source>
        <translation>之前已撤销</translation>
    </message>
    <message>
        <source>records that were made since refer to what it brought</source>
        <translation>此后建立的记录引用了它带来的内容</translation>
    </message>
    <message>
        <source>there is no such act</source>
        <translation>没有这项操作</translation>
    </message>
    <message>
        <source>a record was changed again since</source>
        <translation>此后有记录又改过</translation>
    </message>
    <message>
        <source>this record has the states 1 to {0}</source>
        <translation>该记录有状态 1 到 {0}</translation>
    </message>
    <message>
        <source>in that state the record was deleted</source>
        <translation>在那个状态下该记录已被删除</translation>
    </message>
    <message>
        <source>nothing was changed that could be undone</source>
        <translation>没有可以撤销的改动</translation>
    </message>
    <message>
        <source>nothing was undone that could be done again</source>
        <translation>没有可以重做的撤销</translation>
    </message>
    <message>
        <source>it is an import; undo it where imports are listed</source>
        <translation>这是一次导入；请在导入列表中撤销它</translation>
    </message>
    <message>
        <source>it is what a bundle brought; take that back in its review</source>
        <translation>这是数据包带来的；请在其审阅中撤回</translation>
    </message>
    <message>
        <source>what was there before was forgotten</source>
        <translation>之前的内容已被清除</translation>
    </message>
    <message>
        <source>what it changed was forgotten</source>
        <translation>它所改动的内容已被清除</translation>
    </message>
    <message>
        <source>it lies in the vault; take a stick</source>
        <translation>它位于保险库之内；请用 U 盘</translation>
    </message>
    <message>
        <source>it is larger than any that this program writes</source>
        <translation>它比本程序写出的任何一个都大</translation>
    </message>
    <message>
        <source>it does not begin as drafts.bin does</source>
        <translation>它的开头与 drafts.bin 不同</translation>
    </message>
    <message>
        <source>it was written by another version of this program</source>
        <translation>它由本程序的另一个版本写成</translation>
    </message>
    <message>
        <source>it is damaged, or belongs to another vault</source>
        <translation>它已损坏，或属于另一个保险库</translation>
    </message>
    <message>
        <source>more was typed than it takes</source>
        <translation>输入的内容超出了它的容量</translation>
    </message>
    <message>
        <source>nothing of this bundle was accepted</source>
        <translation>此交接包没有接受过任何内容</translation>
    </message>
    <message>
        <source>a text without words says nothing</source>
        <translation>没有文字的文本没有意义</translation>
    </message>
    <message>
        <source>the record has no such text</source>
        <translation>该记录没有这篇文本</translation>
    </message>
    <message>
        <source>the record has {0} texts, counted from 1</source>
        <translation>该记录有 {0} 篇文本，从 1 数起</translation>
    </message>
    <message>
        <source>a text cannot be made of itself</source>
        <translation>文本不能由自身而来</translation>
    </message>
    <message>
        <source>of the first text only the body and the language can be set</source>
        <translation>第一篇文本只能设置文字和语言</translation>
    </message>
    <message>
        <source>it is the first text of the record; empty it in the form</source>
        <translation>这是记录的第一篇文本；请在表单中清空</translation>
    </message>
    <message>
        <source>no profile ever publishes this text</source>
        <translation>任何方案都不会发布此文本</translation>
    </message>
    <message>
        <source>the text ends before it</source>
        <translation>文本没有这么长</translation>
    </message>
    <message>
        <source>nothing was found at just this place</source>
        <translation>恰好在这一处没有找到任何内容</translation>
    </message>
    <message>
        <source>its record was deleted since</source>
        <translation>其记录此后已被删除</translation>
    </message>
    <message>
        <source>there is no text yet</source>
        <translation>还没有文本</translation>
    </message>
    <message>
        <source>it changed while it was being read; read it again</source>
        <translation>阅读期间它被改动，请重新阅读</translation>
    </message>
    <message>
        <source>it is too long for a date</source>
        <translation>作为日期太长</translation>
    </message>
    <message>
        <source>it is no form that is known</source>
        <translation>不是认识的写法</translation>
    </message>
    <message>
        <source>{0} does not exist</source>
        <translation>{0} 不存在</translation>
    </message>
    <message>
        <source>{0} ends before it begins</source>
        <translation>{0} 的结束早于开始</translation>
    </message>
    <message>
        <source>day and month could be read two ways</source>
        <translation>日和月可以有两种读法</translation>
    </message>
    <message>
        <source>write FIELD=VALUE, for example type=detained</source>
        <translation>请写作 字段=值，例如 type=detained</translation>
    </message>
    <message>
        <source>give one value or a few, with | between them</source>
        <translation>请给出一个或几个值，用 | 隔开</translation>
    </message>
    <message>
        <source>give one language, or several with commas between them</source>
        <translation>请给出一种语言，或用逗号分隔的多种语言</translation>
    </message>
    <message>
        <source>there is no such field; those are {0}, {1}KEY</source>
        <translation>没有这个字段；可用的有 {0}、{1}KEY</translation>
    </message>
    <message>
        <source>give a period such as 2020 or 2020-01/2020-06</source>
        <translation>请给出时期，例如 2020 或 2020-01/2020-06</translation>
    </message>
    <message>
        <source>write a number, or a range such as 120..300 or 180..</source>
        <translation>请写一个数，或区间，例如 120..300 或 180..</translation>
    </message>
    <message>
        <source>the range ends before it begins</source>
        <translation>区间的终点在起点之前</translation>
    </message>
    <message>
        <source>it is persons, cases or events</source>
        <translation>只能是 persons、cases 或 events</translation>
    </message>
    <message>
        <source>it is all or known</source>
        <translation>只能是 all 或 known</translation>
    </message>
    <message>
        <source>a table has one dimension or two different ones</source>
        <translation>表格只能按一个或两个不同的字段划分</translation>
    </message>
    <message>
        <source>a figure is of a part or split by something, not both</source>
        <translation>统计要么问其中部分，要么划分，不能两者兼有</translation>
    </message>
    <message>
        <source>split by month or year</source>
        <translation>请按月或按年划分</translation>
    </message>
    <message>
        <source>it is a whole number from 0 to 1000</source>
        <translation>应为0到1000的整数</translation>
    </message>
    <message>
        <source>give at most {0} conditions, and at least one in a group</source>
        <translation>最多{0}个条件，每组至少一个</translation>
    </message>
    <message>
        <source>only numbers have bands</source>
        <translation>只有数字才有分段</translation>
    </message>
    <message>
        <source>bands begin at whole numbers, the smaller ones first</source>
        <translation>分段起点为整数，由小到大</translation>
    </message>
    <message>
        <source>give the figure a name</source>
        <translation>请为统计命名</translation>
    </message>
    <message>
        <source>give the report a title</source>
        <translation>请给报告写上标题</translation>
    </message>
    <message>
        <source>one certain day is needed, such as 2020-12-31</source>
        <translation>需要确定的某一天，例如 2020-12-31</translation>
    </message>
    <message>
        <source>a header of the archive</source>
        <translation>归档的头部</translation>
    </message>
    <message>
        <source>a header of the archive, or its order</source>
        <translation>归档的头部或其顺序</translation>
    </message>
    <message>
        <source>something stands behind the end</source>
        <translation>结尾之后还有内容</translation>
    </message>
    <message>
        <source>something stands behind a file</source>
        <translation>某个文件之后还有内容</translation>
    </message>
    <message>
        <source>something stands behind the last file</source>
        <translation>最后一个文件之后还有内容</translation>
    </message>
    <message>
        <source>the order of the manifest</source>
        <translation>清单的顺序</translation>
    </message>
    <message>
        <source>a manifest that ends within a line</source>
        <translation>清单在行中间结束</translation>
    </message>
    <message>
        <source>the manifest of the tag files</source>
        <translation>标签文件的清单</translation>
    </message>
    <message>
        <source>a file that is not named by its hash</source>
        <translation>有文件不是以哈希值命名</translation>
    </message>
    <message>
        <source>a line of a manifest</source>
        <translation>清单中的一行</translation>
    </message>
    <message>
        <source>{0}: longer than {1} bytes</source>
        <translation>{0}：超过 {1} 字节</translation>
    </message>
    <message>
        <source>{0}: nested too deeply</source>
        <translation>{0}：嵌套太深</translation>
    </message>
    <message>
        <source>{0}: made of too many parts</source>
        <translation>{0}：所含的部分太多</translation>
    </message>
    <message>
        <source>{0}: not in its canonical form</source>
        <translation>{0}：不是规范形式</translation>
    </message>
    <message>
        <source>{0}: not JSON of text and 64-bit integers</source>
        <translation>{0}：不是由文字和 64 位整数组成的 JSON</translation>
    </message>
    <message>
        <source>the card</source>
        <translation>名片</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>一条记录</translation>
    </message>
    <message>
        <source>a contact</source>
        <translation>一个联系人</translation>
    </message>
    <message>
        <source>a receipt</source>
        <translation>一份回执</translation>
    </message>
    <message>
        <source>the Ed25519 signature does not hold</source>
        <translation>Ed25519 签名不成立</translation>
    </message>
    <message>
        <source>the ML-DSA-65 signature does not hold</source>
        <translation>ML-DSA-65 签名不成立</translation>
    </message>
    <message>
        <source>this is not a contact card</source>
        <translation>这不是联系人名片</translation>
    </message>
    <message>
        <source>this is not a contact card of version 1</source>
        <translation>这不是第 1 版的联系人名片</translation>
    </message>
    <message>
        <source>lines are missing or too many</source>
        <translation>行数不足或过多</translation>
    </message>
    <message>
        <source>the proof by the previous keys is missing or too many</source>
        <translation>旧密钥的证明缺失或过多</translation>
    </message>
    <message>
        <source>a signature is not base64</source>
        <translation>签名不是 base64</translation>
    </message>
    <message>
        <source>its content breaks the rules of the format</source>
        <translation>内容不合格式规则</translation>
    </message>
    <message>
        <source>a newer card of this contact is known</source>
        <translation>已有此联系人更新的名片</translation>
    </message>
    <message>
        <source>a last line that does not end</source>
        <translation>最后一行没有结束</translation>
    </message>
    <message>
        <source>a record breaks the rules of its kind or of versions</source>
        <translation>有记录不合其类别或版本的规则</translation>
    </message>
    <message>
        <source>the language of a record or of a text is no code like zh-Hans</source>
        <translation>记录或文本的语言不是 zh-Hans 这样的代码</translation>
    </message>
    <message>
        <source>a line longer than {0} bytes</source>
        <translation>有一行超过 {0} 字节</translation>
    </message>
    <message>
        <source>its head does not fit its seal</source>
        <translation>头部与封条不符</translation>
    </message>
    <message>
        <source>its head is of another sender</source>
        <translation>头部属于另一个发送者</translation>
    </message>
    <message>
        <source>it became shorter</source>
        <translation>它变短了</translation>
    </message>
    <message>
        <source>a kind of record</source>
        <translation>一种记录</translation>
    </message>
    <message>
        <source>a list of a record</source>
        <translation>记录中的一个列表</translation>
    </message>
    <message>
        <source>a field of a record</source>
        <translation>记录中的一个字段</translation>
    </message>
    <message>
        <source>its files are smaller than was signed</source>
        <translation>文件比签名时小</translation>
    </message>
    <message>
        <source>it claims to come from this vault</source>
        <translation>它自称来自本保险库</translation>
    </message>
    <message>
        <source>a file that no record speaks of</source>
        <translation>有文件没有任何记录提到</translation>
    </message>
    <message>
        <source>a record of another kind than before</source>
        <translation>有记录的类别与之前不同</translation>
    </message>
    <message>
        <source>the records are not sorted</source>
        <translation>记录没有排序</translation>
    </message>
    <message>
        <source>a line of custody logs</source>
        <translation>一行保管记录</translation>
    </message>
    <message>
        <source>the custody logs are not sorted</source>
        <translation>保管记录没有排序</translation>
    </message>
    <message>
        <source>a custody log of what is no evidence in it</source>
        <translation>保管记录所说的证据不在其中</translation>
    </message>
    <message>
        <source>it claims changes of this vault that were never made</source>
        <translation>它声称本保险库有从未做过的改动</translation>
    </message>
    <message>
        <source>a line of contacts</source>
        <translation>联系人中的一行</translation>
    </message>
    <message>
        <source>a line of receipts</source>
        <translation>回执中的一行</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>过早结束</translation>
    </message>
    <message>
        <source>its header</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>its content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>a file inside is not the one that was signed</source>
        <translation>其中的文件不是签名的那个</translation>
    </message>
    <message>
        <source>a file inside</source>
        <translation>其中的一个文件</translation>
    </message>
    <message>
        <source>the number of files inside</source>
        <translation>其中文件的数目</translation>
    </message>
    <message>
        <source>the list of contacts</source>
        <translation>联系人名单</translation>
    </message>
    <message>
        <source>all files together</source>
        <translation>所有文件合计</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>the record {0}</source>
        <translation>记录 {0}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation>已清除</translation>
    </message>
    <message>
        <source>its size</source>
        <translation>它的大小</translation>
    </message>
    <message>
        <source>{0} MiB, {1} passes, {2} lanes</source>
        <translation>{0} MiB，{1} 遍，{2} 路</translation>
    </message>
    <message>
        <source>this machine has no {0} MiB of memory free</source>
        <translation>这台机器没有 {0} MiB 空闲内存</translation>
    </message>
    <message>
        <source>bytes are set that have no meaning</source>
        <translation>有无意义的字节被设定</translation>
    </message>
    <message>
        <source>it holds a character that this program does not know</source>
        <translation>含有本程序不认识的字符</translation>
    </message>
    <message>
        <source>its seal does not fit its content</source>
        <translation>封条与内容不符</translation>
    </message>
    <message>
        <source>it has {0} bytes, not {1}</source>
        <translation>有 {0} 字节，而不是 {1}</translation>
    </message>
    <message>
        <source>slot {0} makes no sense</source>
        <translation>第 {0} 个密钥槽没有意义</translation>
    </message>
    <message>
        <source>it holds bytes that are no text</source>
        <translation>含有不是文字的字节</translation>
    </message>
    <message>
        <source>it does not begin as keys.bin does</source>
        <translation>开头与 keys.bin 不符</translation>
    </message>
    <message>
        <source>there are {0} words, not {1}</source>
        <translation>有 {0} 个词，而不是 {1} 个</translation>
    </message>
    <message>
        <source>not in the list: word {0}</source>
        <translation>词表中没有：第 {0} 个词</translation>
    </message>
    <message>
        <source>the checksum does not fit</source>
        <translation>校验不符</translation>
    </message>
    <message>
        <source>the process ended with {0}</source>
        <translation>进程以 {0} 结束</translation>
    </message>
    <message>
        <source>{0} name(s) in the redacted model</source>
        <translation>隐去后的内容中还有 {0} 个姓名</translation>
    </message>
    <message>
        <source>the file is empty or cut short</source>
        <translation>文件是空的或被截短</translation>
    </message>
    <message>
        <source>a page does not decrypt or does not fit</source>
        <translation>有一页无法解密或不符</translation>
    </message>
    <message>
        <source>a record is not found by its id</source>
        <translation>按编号找不到某条记录</translation>
    </message>
    <message>
        <source>a state in the history is damaged</source>
        <translation>历史中有一个状态已损坏</translation>
    </message>
    <message>
        <source>take that off by itself, and say why</source>
        <translation>请单独取消，并说明原因</translation>
    </message>
    <message>
        <source>say why the name is protected no more</source>
        <translation>请说明姓名为何不再受保护</translation>
    </message>
    <message>
        <source>this name is not protected</source>
        <translation>这个姓名没有受保护</translation>
    </message>
    <message>
        <source>a name that is protected stays so until somebody says why not</source>
        <translation>受保护的姓名一直受保护，直到有人说明原因取消</translation>
    </message>
    <message>
        <source>a state in the history names no dictionary of this vault</source>
        <translation>历史中的一个状态指名的字典不在本保险库中</translation>
    </message>
    <message>
        <source>its copy under the new key is not whole</source>
        <translation>用新密钥制作的副本不完整</translation>
    </message>
    <message>
        <source>it does not begin as one</source>
        <translation>开头不是备份的开头</translation>
    </message>
    <message>
        <source>it is of another vault</source>
        <translation>它属于另一个保险库</translation>
    </message>
    <message>
        <source>it would lie within the vault itself</source>
        <translation>它会落在保险库自身之内</translation>
    </message>
    <message>
        <source>its database: {0}</source>
        <translation>其中的数据库：{0}</translation>
    </message>
    <message>
        <source>the history key is missing</source>
        <translation>缺少历史密钥</translation>
    </message>
    <message>
        <source>{0} is not of its size</source>
        <translation>{0} 的大小不对</translation>
    </message>
    <message>
        <source>the header of {0}</source>
        <translation>{0} 的头部</translation>
    </message>
    <message>
        <source>the header of {0}, or the file is cut short</source>
        <translation>{0} 的头部，或文件被截短</translation>
    </message>
    <message>
        <source>a name that has no place in a backup</source>
        <translation>备份中不该有的名称</translation>
    </message>
    <message>
        <source>a file that no record knows, or one twice</source>
        <translation>没有记录提到的文件，或重复的文件</translation>
    </message>
    <message>
        <source>it ends at {0}</source>
        <translation>它止于 {0}</translation>
    </message>
    <message>
        <source>that row is gone</source>
        <translation>那一行不见了</translation>
    </message>
    <message>
        <source>the words are others</source>
        <translation>词不一样</translation>
    </message>
    <message>
        <source>This folder</source>
        <translation>此文件夹</translation>
    </message>
    <message>
        <source>the history key</source>
        <translation>历史密钥</translation>
    </message>
    <message>
        <source>{0}, row {1}, column {2}</source>
        <translation>{0}，第 {1} 行，{2} 列</translation>
    </message>
    <message>
        <source>{0}, row {1}</source>
        <translation>{0}，第 {1} 行</translation>
    </message>
    <message>
        <source>{0} (page {1})</source>
        <translation>{0}（第 {1} 页）</translation>
    </message>
    <message>
        <source>a part of the file cannot be read</source>
        <translation>文件的一部分无法读取</translation>
    </message>
    <message>
        <source>there is so much in it that this program cannot vouch for it</source>
        <translation>内容过多，本程序无法为它担保</translation>
    </message>
    <message>
        <source>the file holds more than one revision of itself</source>
        <translation>文件含有自身的多个版本</translation>
    </message>
    <message>
        <source>there are bytes that belong to no object</source>
        <translation>有字节不属于任何对象</translation>
    </message>
    <message>
        <source>an object is in the file that nothing refers to</source>
        <translation>文件中有无人引用的对象</translation>
    </message>
    <message>
        <source>the file says something about its making</source>
        <translation>文件透露了它的制作情况</translation>
    </message>
    <message>
        <source>the catalogue holds a key that is not on the list</source>
        <translation>目录含有不在名单上的键</translation>
    </message>
    <message>
        <source>a file is attached</source>
        <translation>附有文件</translation>
    </message>
    <message>
        <source>the file holds a script or an action that runs by itself</source>
        <translation>文件含有会自行运行的脚本或动作</translation>
    </message>
    <message>
        <source>the file holds a form</source>
        <translation>文件含有表单</translation>
    </message>
    <message>
        <source>a page holds a small picture of itself</source>
        <translation>有页面含有自身的缩略图</translation>
    </message>
    <message>
        <source>the file has layers that can be switched off</source>
        <translation>文件有可以关闭的图层</translation>
    </message>
    <message>
        <source>a page holds a note or another annotation</source>
        <translation>有页面含有批注</translation>
    </message>
    <message>
        <source>a link leads out of the file</source>
        <translation>有链接指向文件之外</translation>
    </message>
    <message>
        <source>a picture cannot be checked</source>
        <translation>有图片无法检查</translation>
    </message>
    <message>
        <source>a picture says something about its making</source>
        <translation>有图片透露了它的制作信息</translation>
    </message>
    <message>
        <source>a picture has another one that is shown elsewhere</source>
        <translation>有图片带着在别处显示的另一张图片</translation>
    </message>
    <message>
        <source>a page is drawn with something that this program does not use</source>
        <translation>有页面用了本程序不使用的画法</translation>
    </message>
    <message>
        <source>a text cannot be seen</source>
        <translation>有文字看不见</translation>
    </message>
    <message>
        <source>a text is as light as the paper</source>
        <translation>有文字与纸一样浅</translation>
    </message>
    <message>
        <source>a text is too small to be seen</source>
        <translation>有文字太小看不见</translation>
    </message>
    <message>
        <source>a text lies outside its page</source>
        <translation>有文字在页面之外</translation>
    </message>
    <message>
        <source>a text is covered</source>
        <translation>有文字被遮住</translation>
    </message>
    <message>
        <source>a drawing may spell words that this program cannot read</source>
        <translation>图形可能拼出本程序读不出的文字</translation>
    </message>
    <message>
        <source>a text cannot be read: its font does not say what its letters are</source>
        <translation>有文字无法读取：其字体没有说明各字形是什么字</translation>
    </message>
    <message>
        <source>the text of the pages is not that of the approved model</source>
        <translation>页面的文字与批准的内容不同</translation>
    </message>
    <message>
        <source>a replacement text holds what the model does not</source>
        <translation>替代文字含有内容之外的东西</translation>
    </message>
    <message>
        <source>a character map holds what the model does not</source>
        <translation>字符映射含有内容之外的东西</translation>
    </message>
    <message>
        <source>a character that is drawn has no picture in its font, or another one</source>
        <translation>有字符在字体中没有图形，或图形不同</translation>
    </message>
    <message>
        <source>a bookmark holds what the model does not</source>
        <translation>书签含有内容之外的东西</translation>
    </message>
    <message>
        <source>the file holds words or names that belong to no page</source>
        <translation>文件含有不属于任何页面的文字或名称</translation>
    </message>
    <message>
        <source>a part of a name of the vault stands in the text</source>
        <translation>文字中有本保险库中某个姓名的一部分</translation>
    </message>
    <message>
        <source>a secret of the vault stands in the text</source>
        <translation>文字中有保险库的秘密</translation>
    </message>
    <message>
        <source>a secret of the vault stands in the file&apos;s bytes</source>
        <translation>文件字节中有保险库的秘密</translation>
    </message>
    <message>
        <source>row {0} of the history was removed or altered</source>
        <translation>历史的第 {0} 行被删除或改动</translation>
    </message>
    <message>
        <source>record {0} has no history: put in from outside</source>
        <translation>记录 {0} 没有历史：是从外面放入的</translation>
    </message>
    <message>
        <source>record {0} is here though it was forgotten</source>
        <translation>记录 {0} 已被清除，却还在这里</translation>
    </message>
    <message>
        <source>a row of {0} has no history: put in from outside</source>
        <translation>{0}中有一行没有历史：是从外面放入的</translation>
    </message>
    <message>
        <source>the search index is not what the texts make it: put back or altered</source>
        <translation>搜索索引与文本不符：被放回或改动</translation>
    </message>
    <message>
        <source>the index of names is not what the records make it: put back or altered</source>
        <translation>姓名索引与记录不符：被放回或改动</translation>
    </message>
    <message>
        <source>the list of cases is not what the records make it: put back or altered</source>
        <translation>个案列表与记录不符：被放回或改动</translation>
    </message>
    <message>
        <source>the statuses of people are not what the records make them: put back or altered</source>
        <translation>人员状况与记录不符：被放回或改动</translation>
    </message>
    <message>
        <source>the counter of changes is behind the records: put back or altered</source>
        <translation>改动计数落后于记录：被放回或改动</translation>
    </message>
    <message>
        <source>parts of the history are empty that nobody forgot: put back or altered</source>
        <translation>历史中有部分内容为空，而并没有人清除过：被放回或改动</translation>
    </message>
    <message>
        <source>what change {0} made is not what the history says</source>
        <translation>第 {0} 次改动的内容与历史所记不符</translation>
    </message>
    <message>
        <source>index of names</source>
        <translation>姓名索引</translation>
    </message>
    <message>
        <source>list of cases</source>
        <translation>个案列表</translation>
    </message>
    <message>
        <source>statuses of people</source>
        <translation>人员状况</translation>
    </message>
    <message>
        <source>counter</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>search index</source>
        <translation>搜索索引</translation>
    </message>
    <message>
        <source>evidence {0} is missing or damaged</source>
        <translation>证据 {0} 缺失或损坏</translation>
    </message>
    <message>
        <source>the {0} cannot be read to the end: a page is damaged</source>
        <translation>{0}无法读完：有一页损坏</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>records</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>contacts, reviews and settings</source>
        <translation>联系人、审阅和设置</translation>
    </message>
    <message>
        <source>contacts, reviews or settings</source>
        <translation>联系人、审阅或设置</translation>
    </message>
    <message>
        <source>count of {0}</source>
        <translation>{0}的数目</translation>
    </message>
    <message>
        <source>case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>party</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>citation</source>
        <translation>引证</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>a spreadsheet file, not CSV</source>
        <translation>是电子表格文件，不是 CSV</translation>
    </message>
    <message>
        <source>byte {0}</source>
        <translation>字节 {0}</translation>
    </message>
    <message>
        <source>unexpected end of data</source>
        <translation>数据意外结束</translation>
    </message>
    <message>
        <source>line contains NUL</source>
        <translation>行中有 NUL 字符</translation>
    </message>
    <message>
        <source>head.bin is missing or damaged</source>
        <translation>head.bin 缺失或损坏</translation>
    </message>
    <message>
        <source>the database ends at {0}, head.bin at {1}: an older database was put back</source>
        <translation>数据库止于 {0}，head.bin 止于 {1}：放回了较旧的数据库</translation>
    </message>
    <message>
        <source>head.bin and the history of the database differ: one of them was put back or altered</source>
        <translation>head.bin 与数据库的历史不同：其中之一被放回或改动</translation>
    </message>
    <message>
        <source>keys.bin is of generation {0}, the database knows {1}: an older one was put back</source>
        <translation>keys.bin 是第 {0} 代，数据库记录的是第 {1} 代：放回了较旧的</translation>
    </message>
    <message>
        <source>HMAC verification failed for page {0}</source>
        <translation>第 {0} 页的校验不符</translation>
    </message>
    <message>
        <source>1 to {0} characters that can be seen</source>
        <translation>1 至 {0} 个可见字符</translation>
    </message>
    <message>
        <source>a case or a person is drawn, nothing else</source>
        <translation>只能画出个案或人员</translation>
    </message>
    <message>
        <source>a key is none of its columns</source>
        <translation>有一个键不是它的列</translation>
    </message>
    <message>
        <source>a mapping has a name of 1 to {0} characters</source>
        <translation>映射的名称为 1 至 {0} 个字符</translation>
    </message>
    <message>
        <source>a person has a name</source>
        <translation>人员要有姓名</translation>
    </message>
    <message>
        <source>a place cannot lie in itself, or in what lies in it</source>
        <translation>地点不能位于自身之内，也不能位于它所包含的地点之内</translation>
    </message>
    <message>
        <source>a report has at most {0} characters</source>
        <translation>一篇报告最多 {0} 个字符</translation>
    </message>
    <message>
        <source>a source has a title or a code name</source>
        <translation>来源要有名称或代号</translation>
    </message>
    <message>
        <source>print says on file, described or by name</source>
        <translation>发布时只能是“存档”“描述”或“具名”</translation>
    </message>
    <message>
        <source>write the words that print may say</source>
        <translation>请写明发布时可用的文字</translation>
    </message>
    <message>
        <source>a description says a year at most, no month and no day</source>
        <translation>描述最多写到年份，不写月和日</translation>
    </message>
    <message>
        <source>a description says a year at most: take {0} out</source>
        <translation>描述最多说到年份：请去掉“{0}”</translation>
    </message>
    <message>
        <source>a description names no place: take {0} out</source>
        <translation>描述不提地点：请去掉“{0}”</translation>
    </message>
    <message>
        <source>a description does not say how it was told: take {0} out</source>
        <translation>描述不说是怎样告知的：请去掉“{0}”</translation>
    </message>
    <message>
        <source>{0}; if it means something else, write it in small letters</source>
        <translation>{0}；如果是别的意思，请用小写字母</translation>
    </message>
    <message>
        <source>a description repeats no title, code name, means or interviewer</source>
        <translation>描述不得重复标题、代号、途径或访谈人</translation>
    </message>
    <message>
        <source>only people are called by name; make the document public instead</source>
        <translation>只有人可以具名；文件请改为公开</translation>
    </message>
    <message>
        <source>a name is printed only with their own consent: give its date</source>
        <translation>只有本人同意才可具名：请填写同意日期</translation>
    </message>
    <message>
        <source>a code name is never printed</source>
        <translation>代号从不发布</translation>
    </message>
    <message>
        <source>a source supports or contradicts</source>
        <translation>来源只能是支持或反驳</translation>
    </message>
    <message>
        <source>a source, or a piece of evidence, can be cited</source>
        <translation>能引用的是来源或证据</translation>
    </message>
    <message>
        <source>a target is none of: {0}</source>
        <translation>有一个目标不在其中：{0}</translation>
    </message>
    <message>
        <source>a term cannot be merged into itself</source>
        <translation>词条不能并入自身</translation>
    </message>
    <message>
        <source>a vault keeps {0} mappings; remove one first</source>
        <translation>一个保险库最多保存 {0} 个映射；请先删除一个</translation>
    </message>
    <message>
        <source>a word of a term has at most {0} characters</source>
        <translation>词条的一个词最多 {0} 个字符</translation>
    </message>
    <message>
        <source>a year has one to four digits</source>
        <translation>年份为一至四位数字</translation>
    </message>
    <message>
        <source>another question has it</source>
        <translation>已用于另一个问题</translation>
    </message>
    <message>
        <source>another term of this vocabulary has it</source>
        <translation>此词表的另一个词条已使用它</translation>
    </message>
    <message>
        <source>no language has this code: write one such as en, zh-Hans, ug or es-419</source>
        <translation>没有语言使用此代码：请写如 en、zh-Hans、ug 或 es-419 的代码</translation>
    </message>
    <message>
        <source>it is a number of days from 1 to {0}</source>
        <translation>应为天数，1 至 {0}</translation>
    </message>
    <message>
        <source>a row of {0} is not as change {1} left it: put back or altered</source>
        <translation>{0}中有一行与第 {1} 次改动后的样子不同：被放回或改动</translation>
    </message>
    <message>
        <source>it is asked about a case, a party or an event</source>
        <translation>问题针对个案、人员或事件</translation>
    </message>
    <message>
        <source>it is asked about a {0}</source>
        <translation>这个问题针对的是{0}</translation>
    </message>
    <message>
        <source>it is made of small letters, digits and single underscores</source>
        <translation>由小写字母、数字和单个下划线组成</translation>
    </message>
    <message>
        <source>it is neither a folder that holds any of {0} nor a table (CSV, XLSX)</source>
        <translation>它既不是含有 {0} 中任一文件的文件夹，也不是表格（CSV、XLSX）</translation>
    </message>
    <message>
        <source>it is neither a table of text nor an XLSX workbook</source>
        <translation>它既不是文字表格，也不是 XLSX 工作簿</translation>
    </message>
    <message>
        <source>it is not text in UTF-8</source>
        <translation>它不是 UTF-8 文字</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>太长</translation>
    </message>
    <message>
        <source>it names a column twice</source>
        <translation>同一列写了两次</translation>
    </message>
    <message>
        <source>it takes the id of a record, in full</source>
        <translation>应为记录的完整标识</translation>
    </message>
    <message>
        <source>name a shipped form, for a question about a person</source>
        <translation>请写一份自带的问卷，且问题须针对人员</translation>
    </message>
    <message>
        <source>name one that exists, and only for this type</source>
        <translation>请写已有的词表，且只用于此类型</translation>
    </message>
    <message>
        <source>nothing can be cited for a record of this kind</source>
        <translation>这类记录不能附引用</translation>
    </message>
    <message>
        <source>one of these words means the term {0} already</source>
        <translation>这些词中有一个已表示词条 {0}</translation>
    </message>
    <message>
        <source>record {0} is not as change {1} left it: put back or altered</source>
        <translation>记录 {0} 与第 {1} 次改动后的样子不同：被放回或改动</translation>
    </message>
    <message>
        <source>say why this is right as it is</source>
        <translation>请说明为何这样是对的</translation>
    </message>
    <message>
        <source>that term is retired; restore it first</source>
        <translation>该词条已停用；请先恢复</translation>
    </message>
    <message>
        <source>the types are {0}</source>
        <translation>类型可为：{0}</translation>
    </message>
    <message>
        <source>there is no such limit</source>
        <translation>没有这项期限</translation>
    </message>
    <message>
        <source>this question is shipped and is not changed</source>
        <translation>这个问题是自带的，不能更改</translation>
    </message>
    <message>
        <source>two columns go into {0}, which holds one value</source>
        <translation>有两列都对应 {0}，而它只容一个值</translation>
    </message>
    <message>
        <source>{0} event(s) or places name it; change those first</source>
        <translation>有 {0} 个事件或地点提到它；请先更改那些</translation>
    </message>
    <message>
        <source>a file this large can only be saved as a copy</source>
        <translation>这么大的文件只能另存为副本</translation>
    </message>
    <message>
        <source>evidence cannot be made from itself</source>
        <translation>证据不能由自身制成</translation>
    </message>
    <message>
        <source>evidence stays as it came; only its description changes</source>
        <translation>证据保持原样；只能更改它的说明</translation>
    </message>
    <message>
        <source>it takes the reference of a piece of evidence</source>
        <translation>应为一份证据的编号</translation>
    </message>
    <message>
        <source>there is no such field to choose from</source>
        <translation>没有这个可选的字段</translation>
    </message>
    <message>
        <source>only people, cases, places and sources are merged</source>
        <translation>只能合并人员、个案、地点和来源</translation>
    </message>
    <message>
        <source>only records of one kind are merged</source>
        <translation>只能合并同一类的记录</translation>
    </message>
    <message>
        <source>it was changed while it was read</source>
        <translation>读取期间它被改动了</translation>
    </message>
    <message>
        <source>a sheet takes 300,000 rows at the most</source>
        <translation>一个工作表最多容纳 300,000 行</translation>
    </message>
    <message>
        <source>a cell takes 32,767 characters at the most</source>
        <translation>一个单元格最多容纳 32,767 个字符</translation>
    </message>
    <message>
        <source>this is one record, not two</source>
        <translation>这是同一条记录，不是两条</translation>
    </message>
    <message>
        <source>a newer program saved this search</source>
        <translation>这项搜索由更新的程序保存</translation>
    </message>
    <message>
        <source>give the search a name</source>
        <translation>请给这项搜索取个名称</translation>
    </message>
    <message>
        <source>a day narrows a search only together with a status</source>
        <translation>只有同时选定状况，日期才能缩小搜索范围</translation>
    </message>
    <message>
        <source>a letter or a digit is needed</source>
        <translation>至少需要一个字母、汉字或数字</translation>
    </message>
    <message>
        <source>another search has this name</source>
        <translation>另有搜索使用此名称</translation>
    </message>
    <message>
        <source>another profile has this name</source>
        <translation>已有方案使用这个名称</translation>
    </message>
    <message>
        <source>a profile has a name of 1 to 100 characters</source>
        <translation>方案名称须为 1 至 100 个字符</translation>
    </message>
    <message>
        <source>a newer program made this profile</source>
        <translation>这个方案由更新版本的程序制作</translation>
    </message>
    <message>
        <source>this is no file of profiles</source>
        <translation>这不是方案文件</translation>
    </message>
    <message>
        <source>this profile is shipped; make a copy of it</source>
        <translation>这是程序自带的方案；请制作一个副本</translation>
    </message>
    <message>
        <source>there is no profile of this desk&apos;s own</source>
        <translation>没有自己的方案</translation>
    </message>
    <message>
        <source>this question is not visible enough for the profile; choose who may learn of it first</source>
        <translation>这个问题的级别不足以在此方案中公开；请先选择谁可以知道它</translation>
    </message>
    <message>
        <source>choose among: {0}</source>
        <translation>可选：{0}</translation>
    </message>
    <message>
        <source>no label of an earlier publication holds there</source>
        <translation>此人没有沿用中的既往代称</translation>
    </message>
    <message>
        <source>say why the label is taken off</source>
        <translation>请说明撤销代称的理由</translation>
    </message>
    <message>
        <source>a number within {0}</source>
        <translation>数字必须在 {0} 之间</translation>
    </message>
    <message>
        <source>{0} is beyond its limit: {1}</source>
        <translation>{0} 超出限度：{1}</translation>
    </message>
    <message>
        <source>these words may name somebody; write other words</source>
        <translation>这些词可能指出某个人的名字；请换用其他词</translation>
    </message>
    <message>
        <source>an older keys.bin and database were put in; nothing was deleted</source>
        <translation>有人放入了较旧的 keys.bin 和数据库；没有删除任何东西</translation>
    </message>
    <message>
        <source>a place needs a name in at least one language</source>
        <translation>地点至少要有一种语言的名称</translation>
    </message>
    <message>
        <source>a person stays confidential; choose an attribution instead</source>
        <translation>作为来源的人始终保密；请改为选择发布时的说法</translation>
    </message>
    <message>
        <source>it names a person or a place of this vault</source>
        <translation>其中有本档案库中的人名或地名</translation>
    </message>
    <message>
        <source>it names a person of this vault; write an alias of a colleague</source>
        <translation>其中有本档案库中的人名；请写同事的化名</translation>
    </message>
    <message>
        <source>ask it in at least one language, in up to {0} characters</source>
        <translation>请至少用一种语言提问，每种不超过 {0} 个字符</translation>
    </message>
    <message>
        <source>give it a label in at least one language</source>
        <translation>请至少用一种语言给它一个名称</translation>
    </message>
    <message>
        <source>it is pdf or text</source>
        <translation>应为 pdf 或 text</translation>
    </message>
    <message>
        <source>this person bears a label here all the same</source>
        <translation>此人在本次发布中仍使用代称</translation>
    </message>
    <message>
        <source>its slots together more than {0} MiB</source>
        <translation>各密钥槽合计超过 {0} MiB</translation>
    </message>
    <message>
        <source>say to whom it happened: {0}</source>
        <translation>请说明发生在谁身上：{0}</translation>
    </message>
    <message>
        <source>the table of its objects is damaged: two readers may see two different files</source>
        <translation>文件的对象表已损坏：不同的阅读程序可能看到不同的内容</translation>
    </message>
    <message>
        <source>a line of protected places</source>
        <translation>一行受保护之处</translation>
    </message>
    <message>
        <source>the protected places are not sorted</source>
        <translation>受保护之处没有排序</translation>
    </message>
    <message>
        <source>protected places of a record that is not in it</source>
        <translation>受保护之处所属的记录不在其中</translation>
    </message>
    <message>
        <source>the label was last in publication {0}, not in publication {1}</source>
        <translation>该代称最近一次用于第 {0} 号发布，而非第 {1} 号</translation>
    </message>
    <message>
        <source>at {0}: {1}</source>
        <translation>{0} 处：{1}</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>not a list</source>
        <translation>不是列表</translation>
    </message>
    <message>
        <source>a key stands twice</source>
        <translation>有一个键出现了两次</translation>
    </message>
    <message>
        <source>not JSON in UTF-8</source>
        <translation>不是 UTF-8 编码的 JSON</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>empty; leave it out</source>
        <translation>是空的，请去掉</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>是空的</translation>
    </message>
    <message>
        <source>not one that is known</source>
        <translation>不是已知的</translation>
    </message>
    <message>
        <source>an unknown key; known are {0}</source>
        <translation>有未知的键；已知的有：{0}</translation>
    </message>
    <message>
        <source>not a text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>not valid Unicode</source>
        <translation>不是有效的 Unicode</translation>
    </message>
    <message>
        <source>not a whole number</source>
        <translation>不是整数</translation>
    </message>
    <message>
        <source>not true or false</source>
        <translation>既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>not a day</source>
        <translation>不是日期</translation>
    </message>
    <message>
        <source>not written as YYYY-MM-DD</source>
        <translation>没有写成 YYYY-MM-DD</translation>
    </message>
    <message>
        <source>not base64</source>
        <translation>不是 base64</translation>
    </message>
    <message>
        <source>not the id of a record</source>
        <translation>不是记录的编号</translation>
    </message>
    <message>
        <source>not one of {0}</source>
        <translation>不是以下之一：{0}</translation>
    </message>
    <message>
        <source>not a list of {0}</source>
        <translation>不是 {0} 项的列表</translation>
    </message>
    <message>
        <source>not in order, each once</source>
        <translation>没有按顺序各出现一次</translation>
    </message>
    <message>
        <source>none of the kinds that are known</source>
        <translation>不是任何已知的种类</translation>
    </message>
    <message>
        <source>not a number from {0} to {1}</source>
        <translation>不是 {0} 到 {1} 之间的数</translation>
    </message>
    <message>
        <source>longer than {0}</source>
        <translation>长于 {0}</translation>
    </message>
    <message>
        <source>not a count</source>
        <translation>不是个数</translation>
    </message>
    <message>
        <source>not 32 bytes in hexadecimal</source>
        <translation>不是十六进制的 32 个字节</translation>
    </message>
    <message>
        <source>not a script code</source>
        <translation>不是文字代码</translation>
    </message>
    <message>
        <source>not a language code</source>
        <translation>不是语言代码</translation>
    </message>
    <message>
        <source>not language codes, each once</source>
        <translation>不是各出现一次的语言代码</translation>
    </message>
    <message>
        <source>stands for nothing</source>
        <translation>不代表任何记录</translation>
    </message>
    <message>
        <source>a field that does not exist</source>
        <translation>有不存在的字段</translation>
    </message>
    <message>
        <source>a topic that does not exist</source>
        <translation>有不存在的主题</translation>
    </message>
    <message>
        <source>not one rule for each kind of party</source>
        <translation>不是每种当事方各有一条规则</translation>
    </message>
    <message>
        <source>holds a character that no text has</source>
        <translation>含有文本中不应有的字符</translation>
    </message>
    <message>
        <source>not a text with one {0} for the cell</source>
        <translation>文本中没有恰好一处供单元格填入的 {0}</translation>
    </message>
    <message>
        <source>not a name</source>
        <translation>不是名称</translation>
    </message>
    <message>
        <source>not a public key</source>
        <translation>不是公钥</translation>
    </message>
    <message>
        <source>not printable</source>
        <translation>含有无法打印的字符</translation>
    </message>
</context>
<context>
    <name>CountCheck</name>
    <message>
        <source>Proofs of entries</source>
        <translation>条目的证明</translation>
    </message>
    <message>
        <source>Proofs of entries, if you were given any</source>
        <translation>条目的证明（如果收到）</translation>
    </message>
    <message>
        <source>Verify a count …</source>
        <translation>核对计数…</translation>
    </message>
    <message>
        <source>Choose the figure card</source>
        <translation>选择统计卡片</translation>
    </message>
    <message>
        <source>Choose its opening</source>
        <translation>选择其开示文件</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>The count holds: {count}. No record is counted twice.</source>
        <translation>计数属实：{count}。没有记录被重复计数。</translation>
    </message>
    <message>
        <source>Proven: entry {entries}.</source>
        <translation>已证明：第 {entries} 条。</translation>
    </message>
</context>
<context>
    <name>CountProof</name>
    <message>
        <source>Entry that the reviewer picked</source>
        <translation>审核人选的条目</translation>
    </message>
    <message>
        <source>Entry </source>
        <translation>条目 </translation>
    </message>
    <message>
        <source>Prove it to the reviewer</source>
        <translation>向审核人证明</translation>
    </message>
    <message>
        <source>Which record it is, and its proof</source>
        <translation>是哪条记录及其证明</translation>
    </message>
    <message>
        <source>Entry {entry} was deleted since. Its proof is shown.</source>
        <translation>第 {entry} 条记录此后已删除。证明已显示。</translation>
    </message>
    <message>
        <source>Entry {entry} is {title}. Its proof is shown.</source>
        <translation>第 {entry} 条是 {title}。证明已显示。</translation>
    </message>
    <message>
        <source>Whoever has the proof can tell of this record alone that it was counted.</source>
        <translation>持有该证明的人，只能认出这一条记录被计入。</translation>
    </message>
</context>
<context>
    <name>Cover</name>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>What was here is still open: whoever has this computer can show it again. {lock} locks the vault when you leave.</source>
        <translation>原来显示的内容仍然打开着：谁能用这台电脑，谁就能让它重新显示。离开时请按 {lock} 锁定保险库。</translation>
    </message>
    <message>
        <source>Show again ({key})</source>
        <translation>重新显示（{key}）</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>重新显示</translation>
    </message>
</context>
<context>
    <name>CoveredFaces</name>
    <message>
        <source>Who is covered: look at each, then tick</source>
        <translation>谁被遮住：逐一查看后勾选</translation>
    </message>
    <message>
        <source>Somebody whose record is gone</source>
        <translation>记录已不存在的人</translation>
    </message>
    <message>
        <source>{name}, who is named: covered</source>
        <translation>{name}（会写名）：已遮住</translation>
    </message>
    <message>
        <source>{name}, who is not named: covered</source>
        <translation>{name}（不写名）：已遮住</translation>
    </message>
    <message>
        <source>Everybody else who is seen: covered</source>
        <translation>能看见的其他所有人：已遮住</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>An older copy may have been put back</source>
        <translation>可能放回了旧的副本</translation>
    </message>
    <message>
        <source>A page of the database is damaged</source>
        <translation>数据库有一页已损坏</translation>
    </message>
    <message>
        <source>The history was altered</source>
        <translation>历史被改动过</translation>
    </message>
    <message>
        <source>A record is not as its history says</source>
        <translation>有一条记录与历史不符</translation>
    </message>
    <message>
        <source>A contact, a review or a setting is not as its history says</source>
        <translation>有联系人、审阅或设置与其历史不符</translation>
    </message>
    <message>
        <source>The search or the list of cases may miss something that is there</source>
        <translation>搜索或个案列表可能漏掉库中已有的内容</translation>
    </message>
    <message>
        <source>An evidence file is missing or damaged</source>
        <translation>有一个证据文件缺失或损坏</translation>
    </message>
    <message>
        <source>A part cannot be read to the end</source>
        <translation>有一部分无法读完</translation>
    </message>
</context>
<context>
    <name>DayEdit</name>
    <message>
        <source>One certain day is needed, such as 2020-12-31.</source>
        <translation>需要一个确定的日子，例如 2020-12-31。</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>What you type cannot be kept until you save it: {why}</source>
        <translation>在你保存之前，输入的内容无法留存：{why}</translation>
    </message>
    <message>
        <source>What was left here was typed in another version and cannot be shown.</source>
        <translation>这里遗留的内容是在另一个版本中输入的，无法显示。</translation>
    </message>
    <message>
        <source>The record was changed since you typed this. Saving writes what you changed here and leaves the rest.</source>
        <translation>你输入之后，该记录有过改动。保存时只写入你在此处的改动，其余保持不变。</translation>
    </message>
    <message>
        <source>The record was deleted since you typed this. Bring it back first, then save.</source>
        <translation>你输入之后，该记录已被删除。请先恢复它，再保存。</translation>
    </message>
</context>
<context>
    <name>DraftsView</name>
    <message>
        <source>Not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>What stands in these forms is kept in the vault&apos;s folder, sealed like everything else, until you save it or throw it away.</source>
        <translation>这些表单中的内容与其他一切一样加密保存在保险库的文件夹中，直到你保存或丢弃为止。</translation>
    </message>
    <message>
        <source>Forms that are not saved</source>
        <translation>未保存的表单</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the form that is selected</source>
        <translation>打开所选的表单</translation>
    </message>
    <message>
        <source>Throw away …</source>
        <translation>丢弃…</translation>
    </message>
    <message>
        <source>Throw away what stands in the form that is selected</source>
        <translation>丢弃所选表单中的内容</translation>
    </message>
    <message>
        <source>new: {what}</source>
        <translation>新建：{what}</translation>
    </message>
    <message>
        <source>a case that was deleted</source>
        <translation>已删除的个案</translation>
    </message>
    <message>
        <source>in {case}</source>
        <translation>属于 {case}</translation>
    </message>
    <message>
        <source>typed {when}</source>
        <translation>输入于 {when}</translation>
    </message>
    <message>
        <source>The record was changed since. Saving leaves what others changed.</source>
        <translation>此后该记录有过改动。保存时，别人的改动会保留。</translation>
    </message>
    <message>
        <source>The record was deleted since.</source>
        <translation>此后该记录已被删除。</translation>
    </message>
    <message>
        <source>The case in which this was typed was deleted since.</source>
        <translation>此后所属的个案已被删除。</translation>
    </message>
    <message>
        <source>Bring the record back and open the draft</source>
        <translation>恢复记录并打开草稿</translation>
    </message>
    <message>
        <source>Bring the case back and open the draft</source>
        <translation>恢复个案并打开草稿</translation>
    </message>
    <message>
        <source>The case is back as it was.</source>
        <translation>个案已原样恢复。</translation>
    </message>
    <message>
        <source>The record is back as it was.</source>
        <translation>记录已原样恢复。</translation>
    </message>
    <message>
        <source>What stands in this form will be gone for good.</source>
        <translation>此表单中的内容将永久消失。</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Review {number}</source>
        <translation>审阅 {number}</translation>
    </message>
    <message numerus="yes">
        <source>decisions about %n field(s)</source>
        <translation>
            <numerusform>对 %n 个字段的决定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DrawnView</name>
    <message>
        <source>Events along the time</source>
        <translation>时间线上的事件</translation>
    </message>
    <message>
        <source>People and relations, drawn</source>
        <translation>人员与关系图</translation>
    </message>
    <message>
        <source>Relations in words</source>
        <translation>关系列表</translation>
    </message>
    <message numerus="yes">
        <source>%n more are in the list of relations only.</source>
        <translation>
            <numerusform>另有 %n 人只在关系列表中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to draw yet: add the first event with Ctrl+E.</source>
        <translation>还没有可画的内容：按 Ctrl+E 添加第一个事件。</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Duplicates</source>
        <translation>重复的记录</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>合并 …</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一个</translation>
    </message>
    <message>
        <source>They are not the same; never propose them again</source>
        <translation>不是同一个；不再列出</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Take the merge back, so that they are two again</source>
        <translation>收回合并，恢复为两人</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>正在查找重复的记录</translation>
    </message>
    <message>
        <source>Nobody seems to be here twice.</source>
        <translation>没有发现重复的人。</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>两人</translation>
    </message>
    <message>
        <source>First of the two</source>
        <translation>两者之一</translation>
    </message>
    <message>
        <source>Second of the two</source>
        <translation>两者之二</translation>
    </message>
    <message>
        <source>Choose what stands, and then make them one</source>
        <translation>选择保留哪些内容，然后合并为一条</translation>
    </message>
    <message>
        <source>Which one is kept</source>
        <translation>保留哪一条</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>合并为一条</translation>
    </message>
    <message>
        <source>Nothing was merged.</source>
        <translation>没有合并过任何记录。</translation>
    </message>
    <message>
        <source>Perhaps one case</source>
        <translation>可能是同一宗个案</translation>
    </message>
    <message>
        <source>Two cases</source>
        <translation>两宗个案</translation>
    </message>
    <message>
        <source>No case seems to be here twice.</source>
        <translation>似乎没有重复的个案。</translation>
    </message>
    <message>
        <source>Perhaps one place</source>
        <translation>可能是同一地点</translation>
    </message>
    <message>
        <source>Two places</source>
        <translation>两个地点</translation>
    </message>
    <message>
        <source>No place seems to be here twice.</source>
        <translation>似乎没有重复的地点。</translation>
    </message>
    <message>
        <source>Perhaps one source</source>
        <translation>可能是同一来源</translation>
    </message>
    <message>
        <source>Two sources</source>
        <translation>两个来源</translation>
    </message>
    <message>
        <source>No source seems to be here twice.</source>
        <translation>似乎没有重复的来源。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>They are one now.</source>
        <translation>已合并为一条。</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Perhaps one person</source>
        <translation>可能是同一个人</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何改动。</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>出了问题。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Wrong passphrase, or this keyslot is damaged.</source>
        <translation>口令错误，或者这个密钥槽已损坏。</translation>
    </message>
    <message>
        <source>The vault was not changed.</source>
        <translation>保险库没有改动。</translation>
    </message>
    <message>
        <source>Type it again, use the recovery words, or open your backup.</source>
        <translation>请重新输入，或使用恢复词，或打开备份。</translation>
    </message>
    <message>
        <source>keys.bin is damaged: {why}.</source>
        <translation>keys.bin 已损坏：{why}。</translation>
    </message>
    <message>
        <source>The records were not touched.</source>
        <translation>记录未受影响。</translation>
    </message>
    <message>
        <source>This vault was written by a newer version (format {version}).</source>
        <translation>此保险库由更新的版本写成（格式 {version}）。</translation>
    </message>
    <message>
        <source>It was not changed.</source>
        <translation>它没有改动。</translation>
    </message>
    <message>
        <source>Put keys.bin back from your backup. Until then `export` and other commands that only read may still open the vault.</source>
        <translation>请从备份中恢复 keys.bin。在此之前，`export` 等只读命令可能仍能打开保险库。</translation>
    </message>
    <message>
        <source>Open it with the newer version of HRDDesk.</source>
        <translation>请用更新版本的 HRDDesk 打开。</translation>
    </message>
    <message>
        <source>{path} is not a vault.</source>
        <translation>{path} 不是保险库。</translation>
    </message>
    <message>
        <source>Choose a folder that holds keys.bin, usually named *.hrdv.</source>
        <translation>请选择含有 keys.bin 的文件夹，名称通常以 .hrdv 结尾。</translation>
    </message>
    <message>
        <source>A part of the vault is missing: {path}.</source>
        <translation>保险库缺少一部分：{path}。</translation>
    </message>
    <message>
        <source>What is there was not changed.</source>
        <translation>现有的内容没有改动。</translation>
    </message>
    <message>
        <source>Restore the vault from your backup.</source>
        <translation>请从备份恢复保险库。</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>{path} 无法写入。</translation>
    </message>
    <message>
        <source>Copy the vault to a place where you may write, or make this one writable.</source>
        <translation>请把保险库复制到可以写入的位置，或让此处可写。</translation>
    </message>
    <message>
        <source>The last changes of this vault wait in {path}, to be taken in where something can be written.</source>
        <translation>这个保险库最近的更改还在 {path} 中等待，要在可以写入的地方才能并入。</translation>
    </message>
    <message>
        <source>Nothing was changed, and without them nothing was shown: it would be an older state.</source>
        <translation>没有任何改动；也没有撇开这些更改来显示内容，因为那会是较早的状态。</translation>
    </message>
    <message>
        <source>Copy the whole folder of the vault to a disk where you may write, and open it there.</source>
        <translation>请把保险库的整个文件夹复制到可以写入的磁盘，在那里打开。</translation>
    </message>
    <message>
        <source>{path} in the folder of the vault is not what this program keeps there, and stands in its way.</source>
        <translation>保险库文件夹中的 {path} 不是本程序存放的内容，占用了所需的名称。</translation>
    </message>
    <message>
        <source>Nothing was changed, and the records were not touched.</source>
        <translation>没有做任何更改，记录未受影响。</translation>
    </message>
    <message>
        <source>Move {path} out of the folder of the vault, look at what it is, and try again.</source>
        <translation>请把 {path} 移出保险库文件夹，看看它是什么，然后重试。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Free some space, then open the vault again: that finishes the step. If you have not written the new recovery words down, make new ones then.</source>
        <translation>请腾出一些空间，然后重新打开保险库：这一步会随之完成。如果没有抄下新的恢复词，请在那之后再生成一份。</translation>
    </message>
    <message>
        <source>What was saved before is safe; this step was undone.</source>
        <translation>之前保存的内容都在；这一步已撤回。</translation>
    </message>
    <message>
        <source>Free some space and repeat the step.</source>
        <translation>请腾出空间，再做一遍。</translation>
    </message>
    <message>
        <source>The new data key and the new recovery words count already, and nothing is lost.</source>
        <translation>新的数据密钥和新的恢复词已经生效，没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The vault is open in another window or command.</source>
        <translation>保险库正在另一个窗口或命令中打开。</translation>
    </message>
    <message>
        <source>Close it there, then try again.</source>
        <translation>请先在那里关闭，再试一次。</translation>
    </message>
    <message>
        <source>{path} is there already.</source>
        <translation>{path} 已经存在。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>The secret is right, but the keyslot behind it is damaged.</source>
        <translation>口令正确，但对应的密钥槽已损坏。</translation>
    </message>
    <message>
        <source>Use the recovery words, or put keys.bin back from your backup.</source>
        <translation>请使用恢复词，或从备份中恢复 keys.bin。</translation>
    </message>
    <message>
        <source>The database of the vault is damaged: {why}.</source>
        <translation>保险库的数据库已损坏：{why}。</translation>
    </message>
    <message>
        <source>The file was not changed, and what can still be read can be exported.</source>
        <translation>文件没有改动；仍能读取的内容可以导出。</translation>
    </message>
    <message>
        <source>Check the vault in the settings, then restore your backup.</source>
        <translation>请在设置中检查保险库，然后恢复备份。</translation>
    </message>
    <message>
        <source>Read the report: somebody may have put back an older copy, or the disk is failing.</source>
        <translation>请阅读报告：可能有人放回了旧的副本，也可能磁盘正在损坏。</translation>
    </message>
    <message>
        <source>The keyslot asks for more work than this program allows ({why}).</source>
        <translation>密钥槽要求的计算量超过本程序允许的上限（{why}）。</translation>
    </message>
    <message>
        <source>These are not valid recovery words: {why}.</source>
        <translation>这些不是有效的恢复词：{why}。</translation>
    </message>
    <message>
        <source>Check the spelling and the order of all 24 words.</source>
        <translation>请核对全部 24 个词的拼写和顺序。</translation>
    </message>
    <message>
        <source>The passphrase could not be read: {why}.</source>
        <translation>无法读取口令：{why}。</translation>
    </message>
    <message>
        <source>Type the passphrase again.</source>
        <translation>请重新输入口令。</translation>
    </message>
    <message>
        <source>This passphrase is too weak: whoever takes the computer finds it by guessing.</source>
        <translation>这个口令太弱：拿走电脑的人可以猜出来。</translation>
    </message>
    <message>
        <source>Take six random words; sayings, names, dates and pinyin are guessed first.</source>
        <translation>请用六个随机单词；俗语、姓名、日期和拼音最先被猜到。</translation>
    </message>
    <message>
        <source>There is no record {ref}.</source>
        <translation>没有记录 {ref}。</translation>
    </message>
    <message>
        <source>It may have been deleted; go back to the list.</source>
        <translation>它可能已被删除；请回到列表。</translation>
    </message>
    <message>
        <source>{field}: this value cannot be taken: {why}.</source>
        <translation>{field}：无法接受这个值：{why}。</translation>
    </message>
    <message>
        <source>Correct it and save again.</source>
        <translation>请改正后重新保存。</translation>
    </message>
    <message>
        <source>{field}: this is not a date that exists or can be understood: {why}.</source>
        <translation>{field}：这个日期不存在或无法理解：{why}。</translation>
    </message>
    <message>
        <source>{ref} fits {count} records.</source>
        <translation>{ref} 对应 {count} 条记录。</translation>
    </message>
    <message>
        <source>Give the full reference.</source>
        <translation>请写出完整的编号。</translation>
    </message>
    <message>
        <source>This cannot be undone: {why}.</source>
        <translation>无法撤销：{why}。</translation>
    </message>
    <message>
        <source>Change the records by hand; the history shows what they were.</source>
        <translation>请手动修改记录；历史中有它们原来的样子。</translation>
    </message>
    <message>
        <source>Another record has the reference {ref}.</source>
        <translation>编号 {ref} 已被另一条记录使用。</translation>
    </message>
    <message>
        <source>Choose another reference.</source>
        <translation>请换一个编号。</translation>
    </message>
    <message>
        <source>{path}: this format is not known: {why}.</source>
        <translation>{path}：无法识别的格式：{why}。</translation>
    </message>
    <message>
        <source>See the help page on import.</source>
        <translation>请看关于导入的帮助页。</translation>
    </message>
    <message>
        <source>Problems that the check found: {count}; the first: {first}.</source>
        <translation>检查发现的问题：{count} 个；第一个：{first}。</translation>
    </message>
    <message>
        <source>Nothing was written and nothing was forgotten.</source>
        <translation>没有写入任何东西，也没有清除任何东西。</translation>
    </message>
    <message>
        <source>The disk did not read or write a part of the database: {why}.</source>
        <translation>磁盘未能读出或写入数据库的一部分：{why}。</translation>
    </message>
    <message>
        <source>What was saved before was not touched; this step was undone.</source>
        <translation>之前保存的内容没有动过；这一步已撤回。</translation>
    </message>
    <message>
        <source>Back the vault up to another disk, then check it in the settings: this one may be failing.</source>
        <translation>请把保险库备份到另一个磁盘，然后在设置中检查它：这个磁盘可能快要坏了。</translation>
    </message>
    <message>
        <source>The history of this vault does not hold what was written down for number {number}: {why}.</source>
        <translation>这个保险库的历史与抄下的编号 {number} 不符：{why}。</translation>
    </message>
    <message>
        <source>Check number and words for slips. If they are right, an older copy was put back: use your backup.</source>
        <translation>请核对编号和词有没有抄错。如果没有错，说明有人放回了旧副本：请使用备份。</translation>
    </message>
    <message>
        <source>A copy of the database needs {needed} MiB, and {free} MiB are free on this disk.</source>
        <translation>数据库的副本需要 {needed} MiB，而此磁盘只剩 {free} MiB 可用空间。</translation>
    </message>
    <message>
        <source>This step keeps the passphrase of the vault and needs it.</source>
        <translation>这一步会保留保险库的口令，因此需要输入口令。</translation>
    </message>
    <message>
        <source>Set a new passphrase by the recovery words first, then use that one.</source>
        <translation>请先用恢复词设置新口令，再使用新口令。</translation>
    </message>
    <message>
        <source>This vault opens by passphrase and keyfile together, and no keyfile was given.</source>
        <translation>这个保险库要用口令和密钥文件一起打开，而没有给出密钥文件。</translation>
    </message>
    <message>
        <source>Choose the keyfile too, or use the recovery words.</source>
        <translation>请同时选择密钥文件，或使用恢复词。</translation>
    </message>
    <message>
        <source>A keyfile was given, and this vault opens without one.</source>
        <translation>给出了密钥文件，而这个保险库不需要密钥文件。</translation>
    </message>
    <message>
        <source>Try again without the keyfile.</source>
        <translation>请不用密钥文件再试一次。</translation>
    </message>
    <message>
        <source>What was typed and not saved cannot be read: {why}.</source>
        <translation>已输入而未保存的内容无法读取：{why}。</translation>
    </message>
    <message>
        <source>No record is affected; the file was kept as {path} in the vault&apos;s folder.</source>
        <translation>任何记录都不受影响；该文件以 {path} 之名保留在保险库的文件夹中。</translation>
    </message>
    <message>
        <source>Look whether the records hold what you wrote last, and write again what is missing.</source>
        <translation>请看记录里是否有你最后写的内容，缺少的请重新填写。</translation>
    </message>
    <message>
        <source>What the record held then was forgotten, on purpose and for good.</source>
        <translation>该记录当时的内容已被有意且永久地清除。</translation>
    </message>
    <message>
        <source>The history still says when something was changed.</source>
        <translation>历史仍会说明何时有过改动。</translation>
    </message>
    <message>
        <source>Ask whoever the record was handed to.</source>
        <translation>请询问接收该记录的人。</translation>
    </message>
    <message>
        <source>A workbook cannot hold this: sheet {sheet}, row {row}: {why}.</source>
        <translation>工作簿容纳不下：工作表 {sheet}，第 {row} 行：{why}。</translation>
    </message>
    <message>
        <source>Write it as CSV, which has no such limit.</source>
        <translation>请改存为 CSV，它没有这一限制。</translation>
    </message>
    <message>
        <source>There is no such finding any more.</source>
        <translation>这一项发现已经不存在。</translation>
    </message>
    <message>
        <source>Nothing was changed; what it was about may have been corrected meanwhile.</source>
        <translation>没有改动任何内容；它所指的问题可能已被更正。</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>请重新查看列表。</translation>
    </message>
    <message>
        <source>Rows that cannot be taken: {count}; the first: {first}.</source>
        <translation>无法接收的行：{count} 行；第一行：{first}。</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>没有导入任何内容。</translation>
    </message>
    <message>
        <source>Correct the rows and import again.</source>
        <translation>请改正这些行，再重新导入。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}.</source>
        <translation>{path} 无法读取：{why}。</translation>
    </message>
    <message>
        <source>Check the name and the medium.</source>
        <translation>请检查名称和存储介质。</translation>
    </message>
    <message>
        <source>{path} could not be written: {why}.</source>
        <translation>{path} 无法写入：{why}。</translation>
    </message>
    <message>
        <source>No part of it is left there.</source>
        <translation>那里没有留下任何残余。</translation>
    </message>
    <message>
        <source>Check the medium and try again.</source>
        <translation>请检查存储介质，再试一次。</translation>
    </message>
    <message>
        <source>{path} is not a backup of this kind: {why}.</source>
        <translation>{path} 不是这种备份：{why}。</translation>
    </message>
    <message>
        <source>Choose the file that the vault was backed up to.</source>
        <translation>请选择保险库备份成的那个文件。</translation>
    </message>
    <message>
        <source>{path} holds only what changed since another backup.</source>
        <translation>{path} 只含有另一份备份之后变化的部分。</translation>
    </message>
    <message>
        <source>This version restores whole backups. Choose the whole one, or take a newer version of HRDDesk.</source>
        <translation>本版本只能恢复完整的备份。请选择完整的备份，或使用更新版本的 HRDDesk。</translation>
    </message>
    <message>
        <source>The backup is damaged or was altered: {why}.</source>
        <translation>备份已损坏或被改动：{why}。</translation>
    </message>
    <message>
        <source>Nothing of it was restored, and the file was not changed.</source>
        <translation>没有恢复其中任何内容，文件也没有改动。</translation>
    </message>
    <message>
        <source>Try another backup. If this one lies on a stick, copy it to the computer and try again.</source>
        <translation>请换一个备份。如果它在 U 盘上，请先复制到电脑再试。</translation>
    </message>
    <message>
        <source>The medium takes no file as large as {path} would be; FAT32, on most sticks, ends at 4 GiB.</source>
        <translation>介质放不下 {path} 这么大的文件；多数 U 盘上的 FAT32 最大只到 4 GiB。</translation>
    </message>
    <message>
        <source>Nothing of it was written or taken over.</source>
        <translation>没有写入也没有采纳其中任何内容。</translation>
    </message>
    <message>
        <source>Take a stick with another file system (exFAT, ext4), or another disk.</source>
        <translation>请改用其他文件系统（exFAT、ext4）的 U 盘，或另一块磁盘。</translation>
    </message>
    <message>
        <source>The new backup would lack something that an older one may have: {first} ({count} in all).</source>
        <translation>新备份会缺少旧备份可能有的内容：{first}（共 {count} 项）。</translation>
    </message>
    <message>
        <source>The older backup was not touched, and no new one was written.</source>
        <translation>旧备份没有动，也没有写出新备份。</translation>
    </message>
    <message>
        <source>Write the new one under another name, and keep both.</source>
        <translation>请用别的名称写出新备份，并把两个都留着。</translation>
    </message>
    <message>
        <source>The vault was not wiped: {given} is not its id.</source>
        <translation>保险库没有销毁：{given} 不是它的编号。</translation>
    </message>
    <message>
        <source>Say which vault it is.</source>
        <translation>请说明是哪个保险库。</translation>
    </message>
    <message>
        <source>The evidence file {ref} is damaged.</source>
        <translation>证据文件 {ref} 已损坏。</translation>
    </message>
    <message>
        <source>Nothing of it was written out; the other files are not affected.</source>
        <translation>没有写出其中任何内容；其他文件不受影响。</translation>
    </message>
    <message>
        <source>Restore it from your backup or ask whoever sent it.</source>
        <translation>请从备份恢复，或向发送者索取。</translation>
    </message>
    <message>
        <source>{ref} cannot be published as a picture: {why}.</source>
        <translation>{ref} 不能作为图片发布：{why}。</translation>
    </message>
    <message>
        <source>Open it in a trusted program, save it as JPEG or PNG, and add that as evidence made from this.</source>
        <translation>请用可信的程序打开，另存为 JPEG 或 PNG，再作为由此制成的证据添加。</translation>
    </message>
    <message>
        <source>The evidence file {ref} is not in this vault; only its hash is known.</source>
        <translation>证据文件 {ref} 不在此保险库中；只知道它的哈希值。</translation>
    </message>
    <message>
        <source>Ask whoever sent the record for a bundle with the evidence.</source>
        <translation>请向发送记录的人索取含有证据的交接包。</translation>
    </message>
    <message>
        <source>This contact card does not prove itself: {why}.</source>
        <translation>这张联系人名片无法证明自身：{why}。</translation>
    </message>
    <message>
        <source>No contact was added or changed.</source>
        <translation>没有添加或更改任何联系人。</translation>
    </message>
    <message>
        <source>Ask for the card again, over another way.</source>
        <translation>请通过另一种途径重新索取名片。</translation>
    </message>
    <message>
        <source>This contact card expired on {day}.</source>
        <translation>这张联系人名片已于 {day} 过期。</translation>
    </message>
    <message>
        <source>Ask for a fresh card.</source>
        <translation>请索取新的名片。</translation>
    </message>
    <message>
        <source>There is no contact of that name.</source>
        <translation>没有这个名称的联系人。</translation>
    </message>
    <message>
        <source>The page Hand-off lists all contacts.</source>
        <translation>“交接”页列出所有联系人。</translation>
    </message>
    <message>
        <source>The words do not match this contact&apos;s key.</source>
        <translation>这些词与该联系人的密钥不符。</translation>
    </message>
    <message>
        <source>The contact stays as it was, unverified.</source>
        <translation>联系人保持原状，未经核实。</translation>
    </message>
    <message>
        <source>Compare again, speaking to the person. If they still differ, somebody may stand between you.</source>
        <translation>请与本人通话再核对一次。如果仍不相同，可能有人在你们之间做了手脚。</translation>
    </message>
    <message>
        <source>This contact was never verified.</source>
        <translation>这个联系人从未核实过。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Compare the twelve words with the person first.</source>
        <translation>请先与本人核对十二个词。</translation>
    </message>
    <message>
        <source>There is another key for a contact of yours, without proof by the key that is known.</source>
        <translation>你的一个联系人出现了另一个密钥，没有已知密钥的证明。</translation>
    </message>
    <message>
        <source>This contact was revoked since {day}.</source>
        <translation>这个联系人自 {day} 起已被撤销。</translation>
    </message>
    <message>
        <source>The contact is blocked: nothing is sent to it or taken from it, and it keeps the old key.</source>
        <translation>该联系人已停用：不向其发送，也不从其接收，并保留旧密钥。</translation>
    </message>
    <message>
        <source>The contact card was written in a newer format (version {version}).</source>
        <translation>此联系人名片采用较新的格式（版本 {version}）。</translation>
    </message>
    <message>
        <source>No contact was added or changed, and nothing was taken over.</source>
        <translation>没有添加或更改任何联系人，也没有接收任何内容。</translation>
    </message>
    <message>
        <source>Update HRDDesk, then try it again.</source>
        <translation>请更新 HRDDesk，然后重试。</translation>
    </message>
    <message>
        <source>Meet or call the person: the words that they read decide which key is theirs. If the card was somebody else&apos;s, say so on the page of contacts.</source>
        <translation>请与本人见面或通话：由对方念出的词决定哪个密钥是其本人的。如果那张名片是别人的，请在联系人页说明。</translation>
    </message>
    <message>
        <source>Nothing was written and nothing was taken over, whatever day it was signed on.</source>
        <translation>无论是哪一天签名的，都没有写出也没有接收任何东西。</translation>
    </message>
    <message>
        <source>Do not hand anything over; ask the person, in person, for the card of a new identity.</source>
        <translation>不要交出任何东西；请当面向本人索取新身份的名片。</translation>
    </message>
    <message>
        <source>A contact that was revoked has that name.</source>
        <translation>一个已撤销的联系人用着这个名称。</translation>
    </message>
    <message>
        <source>This is signed by a key that a contact of yours gave up for another one.</source>
        <translation>签名所用的密钥，你的一个联系人已换成另一个，不再使用。</translation>
    </message>
    <message>
        <source>Nothing was taken over and the contact stays as it is.</source>
        <translation>没有接收任何东西，联系人保持原样。</translation>
    </message>
    <message>
        <source>Ask for it again, signed by the new key. If the person changed no key, trust neither before you compared the words.</source>
        <translation>请索取用新密钥签名的。如果本人没有更换过密钥，在核对词之前两个都不要信任。</translation>
    </message>
    <message>
        <source>The keys of this desk were replaced not long ago; contacts may still be on the way to follow.</source>
        <translation>本机的密钥不久前更换过；有的联系人可能还没有跟上。</translation>
    </message>
    <message>
        <source>The identity stays as it is.</source>
        <translation>身份保持原样。</translation>
    </message>
    <message>
        <source>Wait until {day}. If the keys are lost or stolen, do not wait: begin a new identity.</source>
        <translation>请等到 {day}。如果密钥丢失或被盗，不要等：请建立新的身份。</translation>
    </message>
    <message>
        <source>Nobody claimed another key for this contact.</source>
        <translation>没有人为此联系人提出过另一个密钥。</translation>
    </message>
    <message>
        <source>The page of contacts shows how far each of them is trusted.</source>
        <translation>联系人页显示每个联系人的信任程度。</translation>
    </message>
    <message>
        <source>The list of contacts has no line {line}.</source>
        <translation>联系人名单中没有第 {line} 行。</translation>
    </message>
    <message>
        <source>Open the review again: it shows the lines with their numbers.</source>
        <translation>请重新打开审阅：其中显示各行及其编号。</translation>
    </message>
    <message>
        <source>The sender of this list is no coordinator of yours who is verified.</source>
        <translation>这份名单的发送人不是你已核实的协调人。</translation>
    </message>
    <message>
        <source>Compare the words, then say on the page of contacts that you take contacts on this one&apos;s word.</source>
        <translation>请核对词，然后在联系人页说明你接受此人介绍的联系人。</translation>
    </message>
    <message>
        <source>This is the card of this desk itself.</source>
        <translation>这是本工作台自己的名片。</translation>
    </message>
    <message>
        <source>No contact was added.</source>
        <translation>没有添加联系人。</translation>
    </message>
    <message>
        <source>Give it to others, and take the card that they give to you.</source>
        <translation>请把它交给别人，再读入别人交给你的名片。</translation>
    </message>
    <message>
        <source>This card is of a contact that you have already, under another name.</source>
        <translation>这张名片属于一个你已有的联系人，但用的是另一个名称。</translation>
    </message>
    <message>
        <source>Take it without a name; the page of contacts lists them all.</source>
        <translation>请不填名称再读入；联系人页面列有全部联系人。</translation>
    </message>
    <message>
        <source>No bundle of this contact was read here, so there is nothing to acknowledge or to ask for.</source>
        <translation>这里还没有读过这位联系人的交接包，所以没有什么可以回执或请求的。</translation>
    </message>
    <message>
        <source>Read a bundle of the contact first.</source>
        <translation>请先读取这位联系人的一个交接包。</translation>
    </message>
    <message>
        <source>The coordinator has not acknowledged {count} of the records that would go.</source>
        <translation>将被清除的记录中有 {count} 条协调人还没有回执。</translation>
    </message>
    <message>
        <source>Wait for the receipt. Where waiting is too dangerous, name it an emergency.</source>
        <translation>请等待回执。若等待太危险，请标明这是紧急情况。</translation>
    </message>
    <message>
        <source>This contact&apos;s card is valid until {day}, which is less than {days} days.</source>
        <translation>该联系人的名片有效期至 {day}，不足 {days} 天。</translation>
    </message>
    <message>
        <source>Ask the person for a fresh card: the key must still be there when the bundle arrives.</source>
        <translation>请向对方索取新的名片：交接包送达时，密钥必须仍然存在。</translation>
    </message>
    <message>
        <source>The cases are forgotten, but traces may still lie in the vault&apos;s files: the disk took no more.</source>
        <translation>个案已清除，但保险库的文件中可能仍有痕迹：磁盘无法再写入。</translation>
    </message>
    <message>
        <source>The bundle is complete, and what stays in the vault is whole.</source>
        <translation>交接包是完整的，保险库中留下的内容也完好。</translation>
    </message>
    <message>
        <source>Free some space and open the vault again: it finishes by itself.</source>
        <translation>请腾出空间并重新打开保险库：它会自动完成。</translation>
    </message>
    <message>
        <source>The bundle cannot be read.</source>
        <translation>无法读取交接包。</translation>
    </message>
    <message>
        <source>Nothing of it was taken over.</source>
        <translation>没有接收其中任何内容。</translation>
    </message>
    <message>
        <source>Ask the sender for it again.</source>
        <translation>请向发送者重新索取。</translation>
    </message>
    <message>
        <source>This is not a bundle of HRDDesk.</source>
        <translation>这不是 HRDDesk 的交接包。</translation>
    </message>
    <message>
        <source>Choose a file that ends in .hrdb.</source>
        <translation>请选择以 .hrdb 结尾的文件。</translation>
    </message>
    <message>
        <source>The bundle was written in a newer format (version {version}).</source>
        <translation>交接包使用了更新的格式（版本 {version}）。</translation>
    </message>
    <message>
        <source>Update HRDDesk, then read it again.</source>
        <translation>请更新 HRDDesk，再重新读取。</translation>
    </message>
    <message>
        <source>The bundle is sealed to somebody else, or to a key of yours that is gone.</source>
        <translation>交接包是封给别人的，或者封给了你已经不在的旧密钥。</translation>
    </message>
    <message>
        <source>Send your current contact card to the sender and ask for it again.</source>
        <translation>请把你现在的名片交给发送者，再重新索取。</translation>
    </message>
    <message>
        <source>{path} went away while it was read: {why}.</source>
        <translation>{path} 在读取时消失了：{why}。</translation>
    </message>
    <message>
        <source>Put the medium in again and read the bundle once more.</source>
        <translation>请重新插入介质，再次读取该交接包。</translation>
    </message>
    <message>
        <source>The bundle is damaged or was altered ({where}).</source>
        <translation>交接包已损坏或被改动（{where}）。</translation>
    </message>
    <message>
        <source>The bundle is larger than a reader accepts ({what_part}).</source>
        <translation>交接包超过了可接受的大小（{what_part}）。</translation>
    </message>
    <message>
        <source>Ask the sender for several smaller ones.</source>
        <translation>请发送者分成几个较小的。</translation>
    </message>
    <message>
        <source>The bundle brings a list of more than {most} contacts: more than anybody can look through.</source>
        <translation>交接包带来的联系人名单超过 {most} 位：谁也看不过来。</translation>
    </message>
    <message>
        <source>Ask the sender to share fewer contacts at once.</source>
        <translation>请发送者一次少介绍一些联系人。</translation>
    </message>
    <message>
        <source>The bundle asks you for more than {most} records and files: more than anybody can look through.</source>
        <translation>交接包向你索要的记录和文件超过 {most} 项：谁也看不过来。</translation>
    </message>
    <message>
        <source>Do not trust it before you spoke to the sender, who can ask for less and write it again.</source>
        <translation>在与发送者当面或通话核实之前，请不要信任它；发送者可以少要一些，再写一次。</translation>
    </message>
    <message>
        <source>The inside of the bundle breaks the rules of the format ({why}).</source>
        <translation>交接包内部不符合格式规则（{why}）。</translation>
    </message>
    <message>
        <source>Do not trust it. Tell the sender.</source>
        <translation>不要相信它。请告知发送者。</translation>
    </message>
    <message>
        <source>The {which} signature does not hold: it is of another bundle, or something was altered since.</source>
        <translation>{which} 签名无效：它属于另一个交接包，或者签名之后内容被改动过。</translation>
    </message>
    <message>
        <source>The {which} signature is missing; a bundle has two.</source>
        <translation>缺少 {which} 签名；交接包应有两个签名。</translation>
    </message>
    <message>
        <source>What stands for the {which} signature is none: it has another form or length.</source>
        <translation>{which} 签名处的内容不是签名：其形式或长度不符。</translation>
    </message>
    <message>
        <source>The {which} signature was made by another key than the sender&apos;s.</source>
        <translation>{which} 签名所用的密钥不是发送者的。</translation>
    </message>
    <message>
        <source>The sender&apos;s contact card in the bundle does not prove itself: {why}.</source>
        <translation>交接包中发送者的名片无法证明自身：{why}。</translation>
    </message>
    <message>
        <source>The bundle is too old: its sender&apos;s own card, which it was signed with, expired on {day}.</source>
        <translation>交接包太旧：其中发送者自己的名片已于 {day} 过期。</translation>
    </message>
    <message>
        <source>Ask the sender for a new bundle. If it was just written, compare the dates of both computers.</source>
        <translation>请向发送者索取新的交接包。如果它是刚刚写的，请核对两台电脑的日期。</translation>
    </message>
    <message>
        <source>The bundle has {what_part} that this version of HRDDesk does not know.</source>
        <translation>交接包含有此版本 HRDDesk 不认识的内容（{what_part}）。</translation>
    </message>
    <message>
        <source>Update HRDDesk, then read it again. If that does not help, do not trust it, and tell the sender.</source>
        <translation>请更新 HRDDesk，然后再次读取。如果仍然不行，请不要信任它，并告知发送者。</translation>
    </message>
    <message>
        <source>This bundle was written by this desk itself.</source>
        <translation>此交接包是本工作台自己写的。</translation>
    </message>
    <message>
        <source>Give it to the one whom it is for. If it came from somebody else, ask how they got it.</source>
        <translation>请把它交给它的收件人。如果它来自别人，请询问对方从何处得到。</translation>
    </message>
    <message>
        <source>The sender of the bundle is not among your contacts: nobody you know has the key {words}.</source>
        <translation>交接包的发送人不在你的联系人之中：你认识的人都没有密钥 {words}。</translation>
    </message>
    <message>
        <source>Add the sender&apos;s card and verify it, then read the bundle again.</source>
        <translation>请添加并核实发送者的名片，再重新读取交接包。</translation>
    </message>
    <message>
        <source>This bundle was read before; its review is number {review} ({state}).</source>
        <translation>这个交接包以前读过；对应的审阅编号是 {review}（{state}）。</translation>
    </message>
    <message>
        <source>Nothing new was taken over.</source>
        <translation>没有接收新的内容。</translation>
    </message>
    <message>
        <source>Open that review.</source>
        <translation>请打开那次审阅。</translation>
    </message>
    <message>
        <source>A record in the bundle is of another kind in review {review}, which waits: one is false.</source>
        <translation>交接包中的一条记录在待处理的审阅 {review} 中是另一种类：其中必有一个是假的。</translation>
    </message>
    <message>
        <source>Look at that review; if it is the false one, reject it and read this again. Ask both senders.</source>
        <translation>请查看那份审阅；如果假的是它，就拒绝它，再读取一次这个交接包。请询问两位发送者。</translation>
    </message>
    <message>
        <source>The sender did not address this bundle to you; somebody forwarded it.</source>
        <translation>发送者没有把这个交接包写给你；是别人转来的。</translation>
    </message>
    <message>
        <source>Ask the sender.</source>
        <translation>请询问发送者。</translation>
    </message>
    <message>
        <source>There is no bundle in {path}: no file there ends in .hrdb.</source>
        <translation>{path} 里没有交接包：那里没有以 .hrdb 结尾的文件。</translation>
    </message>
    <message>
        <source>Nothing was read.</source>
        <translation>没有读取任何内容。</translation>
    </message>
    <message>
        <source>Choose the folder that holds the bundles, or the files themselves.</source>
        <translation>请选择装有交接包的文件夹，或直接选择这些文件。</translation>
    </message>
    <message>
        <source>There is no review {review}.</source>
        <translation>没有审阅 {review}。</translation>
    </message>
    <message>
        <source>The page Hand-off lists them.</source>
        <translation>“交接”页列出所有审阅。</translation>
    </message>
    <message>
        <source>Review {review} is closed ({state}).</source>
        <translation>审阅 {review} 已结束（{state}）。</translation>
    </message>
    <message>
        <source>Undo it first, or read the bundle again.</source>
        <translation>请先撤销它，或重新读取交接包。</translation>
    </message>
    <message>
        <source>Records that were changed on both sides: {count}.</source>
        <translation>两边都改过的记录：{count} 条。</translation>
    </message>
    <message>
        <source>Nothing was merged.</source>
        <translation>没有合并任何内容。</translation>
    </message>
    <message>
        <source>Choose for them: theirs or ours.</source>
        <translation>请为它们选择：对方的或我方的。</translation>
    </message>
    <message>
        <source>This is no mapping of columns: {why}.</source>
        <translation>这不是列映射：{why}。</translation>
    </message>
    <message>
        <source>The help page “Import any table” describes what a mapping holds.</source>
        <translation>帮助页“导入任意表格”说明了映射的内容。</translation>
    </message>
    <message>
        <source>There is no mapping of columns of that name.</source>
        <translation>没有这个名称的列映射。</translation>
    </message>
    <message>
        <source>The page Import lists all of them.</source>
        <translation>“导入”页列出了全部映射。</translation>
    </message>
    <message>
        <source>It is not known which columns of {path} go where: no mapping has just these columns.</source>
        <translation>不知道 {path} 的各列对应哪些字段：没有与这些列完全一致的映射。</translation>
    </message>
    <message>
        <source>Choose a field for each column on the page Import.</source>
        <translation>请在“导入”页为每一列选择字段。</translation>
    </message>
    <message>
        <source>The report has no proposal {proposal}.</source>
        <translation>报告中没有建议 {proposal}。</translation>
    </message>
    <message>
        <source>Read the report again: proposals change when its text changes.</source>
        <translation>请重新读取报告：文字改变，建议也会改变。</translation>
    </message>
    <message>
        <source>There is no publication profile {profile}.</source>
        <translation>没有发布方案 {profile}。</translation>
    </message>
    <message>
        <source>Choose one of the profiles in the list.</source>
        <translation>请选择列表中的一个方案。</translation>
    </message>
    <message>
        <source>The profile lets nothing of these cases out.</source>
        <translation>这个方案不允许这些个案的任何内容公开。</translation>
    </message>
    <message>
        <source>Choose other cases, or mark what may be published. Whoever refused or withdrew is left out.</source>
        <translation>请选择其他个案，或标明哪些内容可以公开。拒绝或撤回同意的人不会列入。</translation>
    </message>
    <message>
        <source>The pages could not be laid out: {why}.</source>
        <translation>无法排版：{why}。</translation>
    </message>
    <message>
        <source>No file was written.</source>
        <translation>没有写出文件。</translation>
    </message>
    <message>
        <source>The finished pages did not pass the audit: {findings}.</source>
        <translation>完成的页面没有通过检查：{findings}。</translation>
    </message>
    <message>
        <source>The file was not put in place.</source>
        <translation>文件没有放到目标位置。</translation>
    </message>
    <message>
        <source>Report this: it must never happen.</source>
        <translation>请报告此事：这绝不应该发生。</translation>
    </message>
    <message>
        <source>There is no publication {number}.</source>
        <translation>没有编号为 {number} 的出版物。</translation>
    </message>
    <message>
        <source>The page Publish lists all of them under Published.</source>
        <translation>“发布”页的“已发布”中列出了全部出版物。</translation>
    </message>
    <message>
        <source>The count does not hold: this is not the opening of this card, or one of them was changed.</source>
        <translation>计数不成立：这不是此卡片的开示文件，或其中之一被改动过。</translation>
    </message>
    <message>
        <source>Ask whoever gave you the card for its opening again. Until then trust neither.</source>
        <translation>请向给你卡片的人再要一份开示文件。在此之前两者都不要相信。</translation>
    </message>
    <message>
        <source>This is not the key of an organisation, or it is damaged.</source>
        <translation>这不是机构密钥，或者它已损坏。</translation>
    </message>
    <message>
        <source>The key that signs publications stays as it is.</source>
        <translation>签署出版物的密钥保持不变。</translation>
    </message>
    <message>
        <source>Ask the desk that wrote the file for it again.</source>
        <translation>请向写出此文件的工作台再要一份。</translation>
    </message>
    <message>
        <source>The key is sealed to somebody else, or to a key of yours that is gone.</source>
        <translation>密钥是封给别人的，或者封给你已不再持有的密钥。</translation>
    </message>
    <message>
        <source>Give your current contact card to the desk that has the key, and ask for it again.</source>
        <translation>请把你现在的联系人名片交给持有密钥的工作台，再要一份。</translation>
    </message>
    <message>
        <source>No contact of yours has signed this key.</source>
        <translation>你的联系人中没有人签署过这把密钥。</translation>
    </message>
    <message>
        <source>Take it from a desk whose card you have and whose words you compared.</source>
        <translation>请从你有其名片并已核对词语的工作台接收。</translation>
    </message>
    <message>
        <source>The file holds pictures or drawings, which no program reads.</source>
        <translation>文件含有图片或图形，没有程序能读出其内容。</translation>
    </message>
    <message>
        <source>Nothing else was found in it that must not be there.</source>
        <translation>没有发现其他不该有的内容。</translation>
    </message>
    <message>
        <source>Look at each of them yourself before you pass the file on.</source>
        <translation>转交文件之前，请亲自逐一查看。</translation>
    </message>
    <message>
        <source>{path} is not a PDF that can be read.</source>
        <translation>{path} 不是可以读取的 PDF。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择另一个文件。</translation>
    </message>
    <message>
        <source>These words are, or may be, the name of somebody or something that may not be named.</source>
        <translation>这些文字是或可能是某个不得写出的人、来源或地点的名称。</translation>
    </message>
    <message>
        <source>They are still replaced.</source>
        <translation>它们仍会被替换。</translation>
    </message>
    <message>
        <source>Let them stand only where they certainly mean something else.</source>
        <translation>只有在它们确定另有所指时才可保留。</translation>
    </message>
    <message>
        <source>Places that may name a person and are not decided yet: {count}.</source>
        <translation>有 {count} 处可能写出了某人的姓名，尚无人作出决定。</translation>
    </message>
    <message>
        <source>The figure {figure} asks for {field}, which the profile does not let out.</source>
        <translation>统计“{figure}”用到了{field}，而该发布方案不允许公开它。</translation>
    </message>
    <message>
        <source>Choose another figure or another profile, or ask without it.</source>
        <translation>请选择其他统计或其他发布方案，或去掉这一条件。</translation>
    </message>
    <message>
        <source>What would be printed has changed since it was previewed.</source>
        <translation>自预览以来，将要印出的内容有了变动。</translation>
    </message>
    <message>
        <source>Look at the preview again before you publish.</source>
        <translation>请重新查看预览，然后再发布。</translation>
    </message>
    <message>
        <source>The network lock could not be set: {why}.</source>
        <translation>无法设置网络锁：{why}。</translation>
    </message>
    <message>
        <source>Nothing was opened.</source>
        <translation>没有打开任何东西。</translation>
    </message>
    <message>
        <source>Do not use the program on this system.</source>
        <translation>不要在此系统上使用本程序。</translation>
    </message>
    <message>
        <source>The files of the country {country} contradict themselves: {why}.</source>
        <translation>国家 {country} 的文件自相矛盾：{why}。</translation>
    </message>
    <message>
        <source>Correct the folder resources/countries/{country}, or install the program again.</source>
        <translation>请更正文件夹 resources/countries/{country}，或重新安装本程序。</translation>
    </message>
    <message>
        <source>The file of the language {language} is wrong: {why}.</source>
        <translation>语言 {language} 的文件有误：{why}。</translation>
    </message>
    <message>
        <source>Correct the folder resources/languages/{language}, or install the program again.</source>
        <translation>请更正文件夹 resources/languages/{language}，或重新安装本程序。</translation>
    </message>
    <message>
        <source>The self-check failed: {why}.</source>
        <translation>自检失败：{why}。</translation>
    </message>
    <message>
        <source>Do not use this copy of the program; install it again from a source that you trust.</source>
        <translation>不要使用这份程序；请从可信的来源重新安装。</translation>
    </message>
    <message>
        <source>The result could not be written out: {why}.</source>
        <translation>无法输出结果：{why}。</translation>
    </message>
    <message>
        <source>Either all of it was done or nothing.</source>
        <translation>要么全部完成，要么什么都没做。</translation>
    </message>
    <message>
        <source>Look what is there before you repeat it.</source>
        <translation>重试之前，请先查看已有的内容。</translation>
    </message>
    <message>
        <source>The system refused something: {why}.</source>
        <translation>系统拒绝了操作：{why}。</translation>
    </message>
    <message>
        <source>Check the disk and what you may do there, then try again.</source>
        <translation>请检查磁盘和你在那里的权限，然后再试。</translation>
    </message>
    <message>
        <source>The vault was locked, and the window could not be shown again: {why}.</source>
        <translation>保险库已锁定，但窗口无法再次显示：{why}。</translation>
    </message>
    <message>
        <source>What was saved is in the vault.</source>
        <translation>已保存的内容都在保险库里。</translation>
    </message>
    <message>
        <source>Start the program again.</source>
        <translation>请重新启动程序。</translation>
    </message>
    <message>
        <source>The window cannot be opened: {why}.</source>
        <translation>窗口无法打开：{why}。</translation>
    </message>
    <message>
        <source>Write for example 2020, 2020-02-06, early March 2021 or about 2020. To keep the words as they were said, put them in quotation marks.</source>
        <translation>请写成例如 2020、2020-02-06、2021年3月上旬 或 约2020年。要原样保留所说的话，请加上引号。</translation>
    </message>
    <message>
        <source>Risks of this publication without an answer: {count}.</source>
        <translation>本次发布有{count}项风险尚未说明理由。</translation>
    </message>
    <message>
        <source>Answer each of them under Risks and omissions.</source>
        <translation>请在“风险与遗漏”中逐一说明理由。</translation>
    </message>
    <message>
        <source>Say first whether it is the same person: take the person, then the event.</source>
        <translation>请先说明是否为同一人：先录入此人，再录入事件。</translation>
    </message>
    <message>
        <source>Rows that would be left out, each perhaps a person: {count}.</source>
        <translation>将被略去的行（每行可能是一个人）：{count}。</translation>
    </message>
    <message>
        <source>Import them too, or tick that you go on without them.</source>
        <translation>请把它们也导入，或勾选“不含这些行继续”。</translation>
    </message>
    <message>
        <source>The text stays here until then.</source>
        <translation>在此之前，文本不会发布。</translation>
    </message>
    <message>
        <source>Decide about each of the places that are marked.</source>
        <translation>请逐一决定标出的每一处。</translation>
    </message>
    <message>
        <source>This vault already has a person called {person}, to whom the event happened.</source>
        <translation>此事件发生在 {person} 身上，而保险库中已有同名的人。</translation>
    </message>
    <message>
        <source>If memory is short, close other programs. Otherwise somebody may have altered keys.bin; put it back from your backup.</source>
        <translation>如果内存不足，请关闭其他程序。否则可能有人改动了 keys.bin；请从备份中恢复。</translation>
    </message>
    <message>
        <source>Publication {number} is not the latest issue of its series: publication {latest} is.</source>
        <translation>第 {number} 份出版物不是该系列的最新一期，最新一期是第 {latest} 份。</translation>
    </message>
    <message>
        <source>Choose publication {latest} under Issue before.</source>
        <translation>请在“上一期”中选择第 {latest} 份。</translation>
    </message>
</context>
<context>
    <name>EventEdit</name>
    <message>
        <source>the event as a whole</source>
        <translation>整个事件</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Measure of custody</source>
        <translation>羁押措施</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>As it was said; a few letters find a place</source>
        <translation>按所说的原话；输入几个字可查找地点</translation>
    </message>
    <message>
        <source>How sure is it</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>罪名</translation>
    </message>
    <message>
        <source>Remove this charge</source>
        <translation>删除这项罪名</translation>
    </message>
    <message>
        <source>+ Add &amp;charge</source>
        <translation>＋ 添加罪名(&amp;C)</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Stage: charged, tried</source>
        <translation>阶段：起诉、开庭</translation>
    </message>
    <message>
        <source>Circumstance</source>
        <translation>情节</translation>
    </message>
    <message>
        <source>+ Add c&amp;ircumstance</source>
        <translation>＋ 添加情节(&amp;I)</translation>
    </message>
    <message>
        <source>Remove this circumstance</source>
        <translation>删除这项情节</translation>
    </message>
    <message>
        <source>Conditions, circumstances, ill-treatment, denials</source>
        <translation>羁押状况、情节、虐待、被剥夺的权利</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Free text. It stays secret unless you release it.</source>
        <translation>自由填写。除非你放行，否则一直保密。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>For your desk. Never published.</source>
        <translation>供本台使用。绝不发布。</translation>
    </message>
    <message>
        <source>Kind of facility</source>
        <translation>关押场所类型</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>罪名</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>处罚</translation>
    </message>
    <message>
        <source>Links to other events</source>
        <translation>与其他事件的关联</translation>
    </message>
    <message>
        <source>Language of the summary</source>
        <translation>摘要的语言</translation>
    </message>
    <message>
        <source>Intervention</source>
        <translation>介入</translation>
    </message>
    <message>
        <source>To which body</source>
        <translation>向哪个机构</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>对方编号</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Confidential until</source>
        <translation>保密至</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新增事件</translation>
    </message>
    <message>
        <source>Say what happened: choose a type, or write it in your own words.</source>
        <translation>请说明发生了什么：选择一种类型，或用自己的话写。</translation>
    </message>
    <message>
        <source>In words. A body of this vault stands among the people, as addressee</source>
        <translation>用文字写。本库中的机构列入人员，角色为致送机构</translation>
    </message>
    <message>
        <source>Edit event: {event}</source>
        <translation>编辑事件：{event}</translation>
    </message>
</context>
<context>
    <name>EvidenceCasesEdit</name>
    <message>
        <source>+ Add case</source>
        <translation>+ 添加个案</translation>
    </message>
    <message>
        <source>Take it out of this case</source>
        <translation>从这个个案中移出</translation>
    </message>
</context>
<context>
    <name>EvidenceDetailView</name>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Type, by its content</source>
        <translation>类型（按内容判断）</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>拍摄或录制时间</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>取得时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>Made from it</source>
        <translation>由此制作的副本</translation>
    </message>
    <message>
        <source>Custody log</source>
        <translation>保管记录</translation>
    </message>
    <message>
        <source>Small picture of the image</source>
        <translation>图片缩略图</translation>
    </message>
    <message>
        <source>Add what was made from it …</source>
        <translation>添加由此制作的文件…</translation>
    </message>
    <message>
        <source>Describe …</source>
        <translation>描述…</translation>
    </message>
    <message>
        <source>Read its texts</source>
        <translation>阅读其文本</translation>
    </message>
    <message>
        <source>Look at it outside …</source>
        <translation>在外部查看…</translation>
    </message>
    <message>
        <source>Save a copy …</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Ask for the file</source>
        <translation>请求文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>taken into the vault</source>
        <translation>已存入保险库</translation>
    </message>
    <message>
        <source>a copy was saved outside the vault</source>
        <translation>已在保险库外另存副本</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>description changed</source>
        <translation>说明已更改</translation>
    </message>
    <message>
        <source>says another desk&apos;s log</source>
        <translation>另一工作台的记录所述</translation>
    </message>
    <message>
        <source>says the log of {contact}</source>
        <translation>{contact} 的记录所述</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>EvidenceEdit</name>
    <message>
        <source>the file as a whole</source>
        <translation>整个文件</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>是什么</translation>
    </message>
    <message>
        <source>A photograph of the notice</source>
        <translation>通知书的照片</translation>
    </message>
    <message>
        <source>Shows or names</source>
        <translation>拍到或提到</translation>
    </message>
    <message>
        <source>Others visible</source>
        <translation>画面中的其他人</translation>
    </message>
    <message>
        <source>Of a picture: nobody, covered, they agreed</source>
        <translation>图片：无、已遮盖、已征得同意</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>拍摄（制作）时间</translation>
    </message>
    <message>
        <source>When it was made, as it is known</source>
        <translation>何时制作，知道多少写多少</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>取得时间</translation>
    </message>
    <message>
        <source>When it came to you</source>
        <translation>何时到你手中</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>来自谁</translation>
    </message>
    <message>
        <source>The code name of a source</source>
        <translation>来源的代号</translation>
    </message>
    <message>
        <source>A few letters find a place; empty for none</source>
        <translation>输入几个字即可查找地点；留空表示没有</translation>
    </message>
    <message>
        <source>Where it was made</source>
        <translation>制作地点</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>A code: en, ug, zh-Hans</source>
        <translation>代码：en、ug、zh-Hans</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Free text. It is never published.</source>
        <translation>自由文字。绝不发布。</translation>
    </message>
    <message>
        <source>Describe {ref}</source>
        <translation>描述 {ref}</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>Evidence of the case</source>
        <translation>个案的证据</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Add file …</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>or drop files here</source>
        <translation>或把文件拖到这里</translation>
    </message>
    <message>
        <source>No evidence yet. Press Ctrl+D or drop files here: each is hashed at once and sealed into the vault as it is. The original stays where it was; think about what to do with it.</source>
        <translation>还没有证据。按 Ctrl+D 或把文件拖到这里：每个文件都会立即计算哈希值，并原样封存到保险库中。原文件仍留在原处，请考虑如何处理它。</translation>
    </message>
    <message>
        <source>Add a file as evidence</source>
        <translation>把文件添加为证据</translation>
    </message>
    <message>
        <source>A folder cannot be evidence.</source>
        <translation>文件夹不能作为证据。</translation>
    </message>
    <message>
        <source>Nothing of it was taken in.</source>
        <translation>其中的内容都没有存入。</translation>
    </message>
    <message>
        <source>Drop the files in it instead.</source>
        <translation>请改为拖入其中的文件。</translation>
    </message>
    <message>
        <source>Sealing a file into the vault</source>
        <translation>正在把文件封存到保险库</translation>
    </message>
    <message>
        <source>The file is in the vault as {ref}.</source>
        <translation>文件已存入保险库，编号 {ref}。</translation>
    </message>
    <message>
        <source>Its hash was taken before anything else.</source>
        <translation>最先计算了它的哈希值。</translation>
    </message>
    <message>
        <source>The original is still where it was: if it is a risk there, remove it yourself.</source>
        <translation>原文件仍在原处：如果留在那里有风险，请自行删除。</translation>
    </message>
    <message>
        <source>The file is asked for.</source>
        <translation>已请求这个文件。</translation>
    </message>
    <message>
        <source>Nothing is changed here.</source>
        <translation>这里什么都没有改动。</translation>
    </message>
    <message>
        <source>{names}: your next bundle or receipt says so.</source>
        <translation>{names}：你的下一个交接包或回执会说明。</translation>
    </message>
    <message>
        <source>Add a redacted copy, a cutting, a transcript</source>
        <translation>添加遮盖后的副本、截取片段或文字稿</translation>
    </message>
    <message>
        <source>A copy will lie outside the vault, in a folder that only you can enter, until the vault is locked; then it is overwritten. The program that you open it with may keep its own copy, a small picture of it or its name in a list: nobody can erase those. The custody log will say that it was looked at.</source>
        <translation>副本将放在保险库之外、只有你能进入的文件夹中，直到保险库锁定，届时会被覆盖。用来打开它的程序可能留下自己的副本、缩略图，或把文件名记入列表：这些谁也清除不了。保管记录会写明曾被查看。</translation>
    </message>
    <message>
        <source>This computer has no place in memory for it: on the disk, something may stay that can be read.</source>
        <translation>这台电脑没有可用的内存位置：磁盘上可能会残留可读的内容。</translation>
    </message>
    <message>
        <source>Put a copy there</source>
        <translation>放一份副本</translation>
    </message>
    <message>
        <source>Do not</source>
        <translation>不放</translation>
    </message>
    <message>
        <source>The copy is {path}.</source>
        <translation>副本在 {path}。</translation>
    </message>
    <message>
        <source>It is overwritten when the vault is locked or closed.</source>
        <translation>保险库锁定或关闭时，它会被覆盖。</translation>
    </message>
    <message>
        <source>Open it with a program that you trust, and close that before you lock.</source>
        <translation>请用你信任的程序打开，并在锁定前关闭那个程序。</translation>
    </message>
    <message>
        <source>The copy will lie outside the vault, readable to everybody who gets at the disk, and other programs may leave traces of it. The custody log will say that it was made.</source>
        <translation>副本将存放在保险库之外，任何接触到磁盘的人都能读取，其他程序也可能留下它的痕迹。保管记录会记下这次另存。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>不另存</translation>
    </message>
    <message>
        <source>Save a copy outside the vault</source>
        <translation>在保险库外另存副本</translation>
    </message>
    <message>
        <source>The copy was written and its hash is right.</source>
        <translation>副本已写出，哈希值正确。</translation>
    </message>
    <message>
        <source>Writing the copy</source>
        <translation>正在写出副本</translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message>
        <source>Folder in which the tables get a new folder</source>
        <translation>存放表格的新文件夹所在的文件夹</translation>
    </message>
    <message>
        <source>Form of the tables</source>
        <translation>表格的格式</translation>
    </message>
    <message>
        <source>CSV, a file for each kind</source>
        <translation>CSV，每类一个文件</translation>
    </message>
    <message>
        <source>XLSX, one workbook</source>
        <translation>XLSX，一个工作簿</translation>
    </message>
    <message>
        <source>Write the files of secret evidence too</source>
        <translation>也写出保密证据的文件</translation>
    </message>
    <message>
        <source>Write the tables …</source>
        <translation>写出表格…</translation>
    </message>
    <message>
        <source>Say what that means, then write the tables</source>
        <translation>先说明后果，再写出表格</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Export as tables</source>
        <translation>导出为表格</translation>
    </message>
    <message>
        <source>All records, secret ones too, as tables that any spreadsheet program reads. They are not encrypted. To hand cases to somebody, send a bundle instead: it is sealed.</source>
        <translation>全部记录，包括保密的，写成任何电子表格软件都能读的表格。它们没有加密。要把个案交给别人，请改用交接包：它是封好的。</translation>
    </message>
    <message>
        <source>Say into which folder.</source>
        <translation>请指定文件夹。</translation>
    </message>
    <message>
        <source>Whoever finds the tables can read everything in them. Write them?</source>
        <translation>谁找到这些表格，谁就能读到其中的全部内容。要写出吗？</translation>
    </message>
    <message>
        <source>Write them</source>
        <translation>写出</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不写出</translation>
    </message>
    <message>
        <source>Writing the tables</source>
        <translation>正在写出表格</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of secret evidence are only described.</source>
        <translation>
            <numerusform>%n 个保密证据的文件只写了说明。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence are not in this vault.</source>
        <translation>
            <numerusform>%n 个证据文件不在此保险库中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of evidence are damaged or missing.</source>
        <translation>
            <numerusform>%n 个证据文件已损坏或缺失。</numerusform>
        </translation>
    </message>
    <message>
        <source>The tables were written: {path}</source>
        <translation>表格已写出：{path}</translation>
    </message>
    <message>
        <source>They are not encrypted. README.txt in the folder says what they leave out.</source>
        <translation>它们没有加密。文件夹中的 README.txt 说明没有包含什么。</translation>
    </message>
</context>
<context>
    <name>FigureAnswerView</name>
    <message>
        <source>A figure is counted over all records of the vault. Say what is counted, under which conditions, and split by what; then press Count.</source>
        <translation>统计以保险库的全部记录为范围。请指明统计对象、条件和划分方式，然后按“统计”。</translation>
    </message>
    <message>
        <source>The figures drawn</source>
        <translation>统计图</translation>
    </message>
    <message>
        <source>Hatched: possible besides, where dates or ages leave it open.</source>
        <translation>斜线部分：因日期或年龄不确定而另有可能者。</translation>
    </message>
    <message>
        <source>The figures as a table</source>
        <translation>统计表</translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) is/are in the table only.</source>
        <translation>
            <numerusform>另有%n行只在表格中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数目</translation>
    </message>
    <message>
        <source>Possible besides</source>
        <translation>另有可能</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>FigureAskView</name>
    <message>
        <source>Saved figures</source>
        <translation>保存的统计</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Name of the figure</source>
        <translation>统计名称</translation>
    </message>
    <message>
        <source>Name, to keep the question</source>
        <translation>名称，用于保存问题</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the question under this name</source>
        <translation>以此名称保存问题</translation>
    </message>
    <message>
        <source>Delete the saved figure</source>
        <translation>删除保存的统计</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the figure with its card</source>
        <translation>复制数字及说明卡</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the table with its card</source>
        <translation>导出表格及说明卡</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Give the figure a name.</source>
        <translation>请为统计命名。</translation>
    </message>
    <message>
        <source>The question is kept; its answer is counted anew whenever it is asked.</source>
        <translation>问题已保存；每次询问都重新计算答案。</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard after 30 seconds.</source>
        <translation>已复制。30秒后从剪贴板清除。</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx)</source>
        <translation>表格 (*.csv *.xlsx)</translation>
    </message>
    <message>
        <source>The table is written.</source>
        <translation>表格已写出。</translation>
    </message>
    <message>
        <source>It is not encrypted: whoever finds it can read it.</source>
        <translation>它没有加密：任何人拿到都能读。</translation>
    </message>
    <message>
        <source>Writing the table</source>
        <translation>正在写出表格</translation>
    </message>
    <message>
        <source>Saved figure “{name}” deleted.</source>
        <translation>已存统计“{name}”已删除。</translation>
    </message>
    <message>
        <source>This figure is out of date: press Count before you copy or export it.</source>
        <translation>此统计已过时：请先按“统计”，再复制或导出。</translation>
    </message>
</context>
<context>
    <name>FigureChart</name>
    <message>
        <source>The table has the same numbers.</source>
        <translation>表格中有相同的数字。</translation>
    </message>
</context>
<context>
    <name>FigureCompareView</name>
    <message>
        <source>Published figures</source>
        <translation>他人公布的数字</translation>
    </message>
    <message>
        <source>Published figures come with an import, or are typed in the next part. Save a question under the name of one, and its answer stands beside it.</source>
        <translation>公布的数字来自导入，或在下一部分中输入。用某个数字的名称保存一个问题，其答案就会列在旁边。</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Cannot be compared</source>
        <translation>无法对照</translation>
    </message>
    <message>
        <source>Nothing of ours has this name</source>
        <translation>本库没有同名统计</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>本库</translation>
    </message>
    <message>
        <source>There is none.</source>
        <translation>没有。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Only where</source>
        <translation>仅限</translation>
    </message>
    <message>
        <source>At least one of</source>
        <translation>至少符合一项</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Of those, the part where</source>
        <translation>其中部分</translation>
    </message>
    <message>
        <source>… and also, of the row above</source>
        <translation>……并且（接上一行）</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Parts of the page</source>
        <translation>页面的各部分</translation>
    </message>
    <message>
        <source>Ask for a figure</source>
        <translation>询问统计</translation>
    </message>
    <message>
        <source>Beside published figures</source>
        <translation>与公布的数字对照</translation>
    </message>
    <message>
        <source>Published figures</source>
        <translation>公布的数字</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>统计</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Sentence without a charge</source>
        <translation>有判刑而无罪名</translation>
    </message>
    <message>
        <source>Release before any custody</source>
        <translation>获释早于任何羁押</translation>
    </message>
    <message>
        <source>End before the beginning</source>
        <translation>结束早于开始</translation>
    </message>
    <message>
        <source>Event after a death</source>
        <translation>死亡之后的事件</translation>
    </message>
    <message>
        <source>Custody longer than the law allows</source>
        <translation>羁押超过法定期限</translation>
    </message>
    <message>
        <source>Two places on one day</source>
        <translation>同一天在两地</translation>
    </message>
    <message>
        <source>Claims that contradict each other</source>
        <translation>相互矛盾的说法</translation>
    </message>
    <message>
        <source>Names one letter apart</source>
        <translation>只差一个字的姓名</translation>
    </message>
    <message>
        <source>Confirmed, and no source cited</source>
        <translation>标为已证实，但未注明来源</translation>
    </message>
    <message>
        <source>Consent refused or withdrawn</source>
        <translation>不同意或已撤回同意</translation>
    </message>
    <message>
        <source>Answer to an intervention is due</source>
        <translation>介入应有答复</translation>
    </message>
    <message>
        <source>Consent of a day to come</source>
        <translation>日期未到的同意</translation>
    </message>
    <message>
        <source>Guardian of an adult</source>
        <translation>成年人的监护人</translation>
    </message>
    <message>
        <source>{name}: {first}; a source contradicts it</source>
        <translation>{name}：{first}；有来源与之矛盾</translation>
    </message>
    <message>
        <source>supports</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>No source is cited.</source>
        <translation>未注明来源。</translation>
    </message>
    <message>
        <source>Event in the future</source>
        <translation>未来的事件</translation>
    </message>
    <message>
        <source>Steps in the wrong order</source>
        <translation>步骤次序不对</translation>
    </message>
    <message>
        <source>Print describes a confidential source</source>
        <translation>发布时描述了保密来源</translation>
    </message>
</context>
<context>
    <name>ForgetView</name>
    <message>
        <source>Looking what would go</source>
        <translation>正在查看会清除什么</translation>
    </message>
</context>
<context>
    <name>ForgottenView</name>
    <message>
        <source>The cases are handed off</source>
        <translation>正在交接个案</translation>
    </message>
    <message>
        <source>The bundle is written and read back; then the cases are erased here. Please wait.</source>
        <translation>先写出交接包并整个读回核对，然后清除这里的个案。请稍候。</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Back to the pages</source>
        <translation>回到页面</translation>
    </message>
    <message>
        <source>Handing off</source>
        <translation>正在交接</translation>
    </message>
    <message>
        <source>The cases are handed off and forgotten</source>
        <translation>个案已交接并清除</translation>
    </message>
    <message>
        <source>{name} has all of it, by the receipts.</source>
        <translation>按回执，{name} 全部都有。</translation>
    </message>
    <message>
        <source>The bundle: {path}</source>
        <translation>交接包：{path}</translation>
    </message>
    <message>
        <source>Bring it to {name}. Only there it opens; without it the cases are lost.</source>
        <translation>请把它带给 {name}。只有在那里才能打开；没有它，个案就没有了。</translation>
    </message>
    <message>
        <source>It lies on the disk of this vault. Bring it away before somebody takes the disk.</source>
        <translation>它就在这个保险库所在的磁盘上。请在有人拿走磁盘之前把它带走。</translation>
    </message>
    <message>
        <source>Destroy every backup of this vault that was made before, wherever it lies: the cases are in it, and it opens with your passphrase. Then make a new one.</source>
        <translation>请销毁此前做的本保险库的每一个备份，无论放在哪里：个案就在其中，而且用你的口令能打开。然后做一个新的备份。</translation>
    </message>
    <message>
        <source>The backup of {day}: {path}</source>
        <translation>{day} 的备份：{path}</translation>
    </message>
    <message>
        <source>New recovery words, shown this once. Write them on paper; the old ones open nothing any more:</source>
        <translation>新的恢复词，只显示这一次。请写在纸上；旧的已经什么都打不开：</translation>
    </message>
    <message>
        <source>There was no room for a new key. Free some, and make one in the settings.</source>
        <translation>没有空间生成新的密钥。请腾出空间，再到设置中生成。</translation>
    </message>
    <message>
        <source>Nothing was forgotten</source>
        <translation>没有清除任何东西</translation>
    </message>
</context>
<context>
    <name>FormEdit</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Who says so</source>
        <translation>消息来源</translation>
    </message>
    <message>
        <source>Other texts: translations, transcripts</source>
        <translation>其他文本：译文、听写</translation>
    </message>
    <message>
        <source>Other texts</source>
        <translation>其他文本</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Cite a source for this field</source>
        <translation>为此字段注明来源</translation>
    </message>
    <message>
        <source>What you typed here is not saved.</source>
        <translation>你在这里输入的内容还没有保存。</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Look at the field that is marked: the words below it say what is wrong.</source>
        <translation>请看标出的字段：下面的文字说明哪里不对。</translation>
    </message>
</context>
<context>
    <name>Frame</name>
    <message numerus="yes">
        <source>%n form(s) that you had not saved is/are here as last kept. Check the last words.</source>
        <translation>
            <numerusform>你有 %n 份未保存的表单，内容是最后一次自动保留的。请核对最后输入的文字。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decisions in review {number} are here as you left them.</source>
        <translation>你在审阅 {number} 中的决定仍是你离开时的样子。</translation>
    </message>
    <message>
        <source>Nothing was taken over yet.</source>
        <translation>还没有接受任何内容。</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>What it protects against, and what not</source>
        <translation>能防什么，不能防什么</translation>
    </message>
</context>
<context>
    <name>HandoffView</name>
    <message>
        <source>Parts of the page</source>
        <translation>页面的各部分</translation>
    </message>
    <message>
        <source>Send a bundle</source>
        <translation>发送交接包</translation>
    </message>
    <message>
        <source>Read a bundle</source>
        <translation>读取交接包</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>My identity</source>
        <translation>我的身份</translation>
    </message>
    <message>
        <source>Hand off and forget</source>
        <translation>交接并清除</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Hand-off</source>
        <translation>交接</translation>
    </message>
</context>
<context>
    <name>HeadView</name>
    <message>
        <source>If somebody puts an old copy of the whole vault in place, nothing inside it can tell. Write down this number and these words on paper from time to time, the English or the Chinese ones: later the vault must still hold them. They say nothing about what is in the vault.</source>
        <translation>如果有人把整个保险库换成旧副本，保险库自己无法察觉。请不时把这个编号和这些词写在纸上，英文的或中文的都行：以后保险库里必须还有它们。它们不透露保险库的任何内容。</translation>
    </message>
    <message>
        <source>Show number and words</source>
        <translation>显示编号和词</translation>
    </message>
    <message>
        <source>Number and words of the history</source>
        <translation>历史的编号和词</translation>
    </message>
    <message>
        <source>Number that was written down</source>
        <translation>抄下的编号</translation>
    </message>
    <message>
        <source>Words that were written down</source>
        <translation>抄下的词</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Compare what was written down</source>
        <translation>核对抄下的内容</translation>
    </message>
    <message>
        <source>Number {number}</source>
        <translation>编号 {number}</translation>
    </message>
    <message>
        <source>Type the number and the words that were written down.</source>
        <translation>请输入抄下的编号和词。</translation>
    </message>
    <message>
        <source>The vault holds what was written down for number {number}.</source>
        <translation>保险库与抄下的编号 {number} 相符。</translation>
    </message>
    <message>
        <source>It stands at number {number} now.</source>
        <translation>现在的编号是 {number}。</translation>
    </message>
</context>
<context>
    <name>HeldLabels</name>
    <message>
        <source>Labels of earlier publications that are kept here</source>
        <translation>本次沿用的既往代称</translation>
    </message>
    <message>
        <source>Why the label is taken off</source>
        <translation>撤销代称的理由</translation>
    </message>
    <message>
        <source>Why this person may be named now</source>
        <translation>为何现在可以写明姓名</translation>
    </message>
    <message>
        <source>Take the label off</source>
        <translation>撤销代称</translation>
    </message>
    <message>
        <source>{name} ({ref}): {label} in publication {number}</source>
        <translation>{name}（{ref}）：在第{number}号发布中为{label}</translation>
    </message>
    <message>
        <source>{name} ({ref}): the name is protected</source>
        <translation>{name}（{ref}）：姓名受保护</translation>
    </message>
    <message>
        <source>chosen for this person</source>
        <translation>专为此人选定</translation>
    </message>
    <message>
        <source>like everybody in this series</source>
        <translation>与本系列其他人相同</translation>
    </message>
    <message>
        <source>is named here: {reason}</source>
        <translation>本次写明姓名：{reason}</translation>
    </message>
    <message>
        <source>Keep the label</source>
        <translation>保留代称</translation>
    </message>
    <message>
        <source>These people had a label before, and have one here. Readers can find a person you name now in the earlier publication too.</source>
        <translation>这些人在既往发布中使用代称，本次继续沿用。一旦写明姓名，读者也能在既往发布中认出此人。</translation>
    </message>
</context>
<context>
    <name>HelpBrowser</name>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>帮助页</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>没有含这些字词的页面。</translation>
    </message>
    <message>
        <source>Text of the help page</source>
        <translation>帮助页正文</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>关闭帮助</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>Changes of the record</source>
        <translation>该记录的改动</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>改动的内容</translation>
    </message>
    <message>
        <source>Make it so again</source>
        <translation>恢复到此状态</translation>
    </message>
    <message>
        <source>Make the record what it was after the change that is selected</source>
        <translation>把该记录恢复到所选改动之后的状态</translation>
    </message>
    <message>
        <source>What the record held then was forgotten, on purpose and for good.</source>
        <translation>该记录当时的内容已被有意且永久地清除。</translation>
    </message>
    <message>
        <source>What the record held before was forgotten; what changed cannot be told.</source>
        <translation>该记录之前的内容已被清除，无法说明改动了什么。</translation>
    </message>
    <message>
        <source>The record was deleted. It held:</source>
        <translation>该记录已删除。它原有：</translation>
    </message>
    <message>
        <source>Nothing in the record was changed.</source>
        <translation>该记录的内容没有改动。</translation>
    </message>
    <message>
        <source>{value} (its place in the list)</source>
        <translation>{value}（在列表中的位置）</translation>
    </message>
    <message>
        <source>added: {after}</source>
        <translation>新增：{after}</translation>
    </message>
    <message>
        <source>was: {before}</source>
        <translation>原为：{before}</translation>
    </message>
    <message>
        <source>{before}  →  {after}</source>
        <translation>{before}  →  {after}</translation>
    </message>
    <message>
        <source>{field}: {change}</source>
        <translation>{field}：{change}</translation>
    </message>
    <message>
        <source>The record is as it was then; the history keeps both.</source>
        <translation>该记录已恢复到当时的样子；两种状态都保留在历史中。</translation>
    </message>
</context>
<context>
    <name>Holdings</name>
    <message>
        <source>{name} has all of it, by the receipt of {day}.</source>
        <translation>按 {day} 的回执，{name} 全部都有。</translation>
    </message>
    <message>
        <source>It left here in a bundle. {name} has not acknowledged it.</source>
        <translation>已随交接包送出。{name} 还没有回执。</translation>
    </message>
    <message>
        <source>It came from {name} and was not changed here.</source>
        <translation>来自 {name}，在这里没有改动过。</translation>
    </message>
    <message>
        <source>It came from {name}; {count} of its {all} records changed here since.</source>
        <translation>来自 {name}；此后 {all} 条记录中有 {count} 条在这里改动过。</translation>
    </message>
    <message>
        <source>{name} has it, by the receipt of {day}, but {count} of its {all} records not in full: they changed since, or parts of them were kept back.</source>
        <translation>按 {day} 的回执，{name} 有此案，但其 {all} 条记录中有 {count} 条并不齐全：此后有改动，或其中有内容未发出。</translation>
    </message>
</context>
<context>
    <name>IdentityView</name>
    <message>
        <source>Whoever wants to send you a bundle needs your contact card. Give it away on a stick, and read these twelve words to the person yourself, so that both of you know that nobody swapped the card on the way.</source>
        <translation>要向你发送交接包的人需要你的名片。请用 U 盘交给对方，并亲自把这十二个词念给对方听，这样双方都知道名片在途中没有被人调换。</translation>
    </message>
    <message>
        <source>Save my contact card …</source>
        <translation>保存我的名片…</translation>
    </message>
    <message>
        <source>The twelve words</source>
        <translation>十二个词</translation>
    </message>
    <message>
        <source>The same in Chinese</source>
        <translation>对应的中文</translation>
    </message>
    <message>
        <source>The same as sixty digits</source>
        <translation>对应的六十位数字</translation>
    </message>
    <message>
        <source>For a phone</source>
        <translation>用手机</translation>
    </message>
    <message>
        <source>The QR code holds the sixty digits and nothing else. A phone&apos;s camera shows them; the person types them where the words are typed. Return shows the code large.</source>
        <translation>二维码只含这六十位数字，别无其他。用手机相机扫描就会显示，对方在输入词的地方输入即可。按回车放大显示。</translation>
    </message>
    <message>
        <source>QR code of the sixty digits; Return shows it large</source>
        <translation>六十位数字的二维码；按回车放大</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Days that each encryption key to come serves</source>
        <translation>今后每个加密密钥使用的天数</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Set how many days each encryption key serves</source>
        <translation>设定每个加密密钥使用的天数</translation>
    </message>
    <message>
        <source>Days for each encryption key to come</source>
        <translation>今后每个加密密钥使用的天数</translation>
    </message>
    <message>
        <source>Replace my keys …</source>
        <translation>更换我的密钥……</translation>
    </message>
    <message>
        <source>The keys were lost or stolen …</source>
        <translation>密钥丢失或被盗……</translation>
    </message>
    <message>
        <source>The encryption key is replaced on {day}, under the same words.</source>
        <translation>加密密钥将于 {day} 更换，词不变。</translation>
    </message>
    <message>
        <source>Until {day} your cards and bundles carry the proof by the keys of before.</source>
        <translation>到 {day} 为止，你的名片和交接包带有旧密钥的证明。</translation>
    </message>
    <message>
        <source>Where to put the contact card</source>
        <translation>名片保存到哪里</translation>
    </message>
    <message>
        <source>Contact cards (*.card)</source>
        <translation>名片 (*.card)</translation>
    </message>
    <message>
        <source>The contact card was saved: {path}</source>
        <translation>名片已保存：{path}</translation>
    </message>
    <message>
        <source>It holds no name and no secret.</source>
        <translation>其中没有姓名，也没有秘密。</translation>
    </message>
    <message>
        <source>Give it away, and compare the words.</source>
        <translation>请交给对方，并核对词。</translation>
    </message>
    <message>
        <source>It applies from the next encryption key on.</source>
        <translation>从下一个加密密钥开始生效。</translation>
    </message>
    <message>
        <source>The present one stays as long as your card says.</source>
        <translation>现在的密钥会保留到名片所写的日期。</translation>
    </message>
    <message>
        <source>Replace your keys? The old ones prove the new for 180 days. Everybody has to compare your new words before they send you anything. If somebody else may have your keys, this does not help.</source>
        <translation>更换你的密钥？旧密钥会为新密钥证明 180 天。每个人给你发送任何东西之前都要核对你的新词。如果别人可能有你的密钥，这样做没有用。</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Your keys were replaced.</source>
        <translation>你的密钥已更换。</translation>
    </message>
    <message>
        <source>Bundles on their way to the old keys can still be opened.</source>
        <translation>寄往旧密钥、还在途中的交接包仍可打开。</translation>
    </message>
    <message>
        <source>Give everybody the new card, and compare the new words.</source>
        <translation>请把新名片交给每个人，并核对新词。</translation>
    </message>
    <message>
        <source>Begin a new identity? Nothing will prove that it is yours, and the old keys are erased: what is on its way to them can never be opened. It is right where somebody else may have the keys.</source>
        <translation>建立新的身份？没有任何东西能证明它是你的，旧密钥会被抹去：寄往旧密钥、还在途中的将永远无法打开。如果别人可能有你的密钥，就应该这样做。</translation>
    </message>
    <message>
        <source>Begin a new identity</source>
        <translation>建立新的身份</translation>
    </message>
    <message>
        <source>You have a new identity, and the old keys are erased.</source>
        <translation>你有了新的身份，旧密钥已抹去。</translation>
    </message>
    <message>
        <source>Your records and contacts stay.</source>
        <translation>你的记录和联系人都保留。</translation>
    </message>
    <message>
        <source>Give everybody the new card under your name, and let them hear the new words from you.</source>
        <translation>请以你的名义把新名片交给每个人，并亲口念出新词。</translation>
    </message>
</context>
<context>
    <name>ImportReportList</name>
    <message>
        <source>Report of the import</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>提醒</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 宗个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people and groups</source>
        <translation>
            <numerusform>%n 个人员和团体</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 个地点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relation(s)</source>
        <translation>
            <numerusform>%n 个关系</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s)</source>
        <translation>
            <numerusform>%n 个数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 个来源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n citation(s)</source>
        <translation>
            <numerusform>%n 条引证</numerusform>
        </translation>
    </message>
    <message>
        <source>{file}, row {row}</source>
        <translation>{file}，第 {row} 行</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message numerus="yes">
        <source>%n row(s) read.</source>
        <translation>
            <numerusform>已读取 %n 行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would add %n record(s).</source>
        <translation>
            <numerusform>将新增 %n 条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It would change %n record(s).</source>
        <translation>
            <numerusform>将改动 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>不会有任何改变。</translation>
    </message>
    <message>
        <source>Imported.</source>
        <translation>已导入。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were added.</source>
        <translation>
            <numerusform>新增了 %n 条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were changed.</source>
        <translation>
            <numerusform>改动了 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of {total} places in words, {linked} were recognised.</source>
        <translation>以文字写明的 {total} 处地点中识别出 {linked} 处。</translation>
    </message>
    <message>
        <source>Kept as words: {words}.</source>
        <translation>保留原话：{words}。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) say only what is here already.</source>
        <translation>
            <numerusform>%n 行的内容这里都已有。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken; correct them first.</source>
        <translation>
            <numerusform>有 %n 行无法读入，请先更正。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s): look at them before you import.</source>
        <translation>
            <numerusform>%n 条提示：导入前请查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Every value was understood.</source>
        <translation>所有的值都已识别。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of other sheets would be left out.</source>
        <translation>
            <numerusform>其他工作表中有 %n 行将被略去。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) would have no role stated.</source>
        <translation>
            <numerusform>有 %n 人未说明角色。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) without a role would become persons concerned: an event happened to them.</source>
        <translation>
            <numerusform>有 %n 人未说明角色，因有事件发生在其身上，将成为当事人。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>Name of the source</source>
        <translation>来源名称</translation>
    </message>
    <message>
        <source>Empty: the name of the folder</source>
        <translation>留空则用文件夹名</translation>
    </message>
    <message>
        <source>Visibility of what is imported</source>
        <translation>导入内容的可见范围</translation>
    </message>
    <message>
        <source>Show what it would do</source>
        <translation>显示将会做什么</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reading the spreadsheets</source>
        <translation>正在读取电子表格</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>可见范围</translation>
    </message>
    <message>
        <source>Folder or table</source>
        <translation>文件夹或表格</translation>
    </message>
    <message>
        <source>Table …</source>
        <translation>表格…</translation>
    </message>
    <message>
        <source>Choose a table: CSV or XLSX</source>
        <translation>选择表格：CSV 或 XLSX</translation>
    </message>
    <message>
        <source>Restricted: under a label only</source>
        <translation>受保护：仅用代称</translation>
    </message>
    <message>
        <source>Secret: never published</source>
        <translation>保密：不发布</translation>
    </message>
    <message>
        <source>Public: may be published by name</source>
        <translation>公开：可具名</translation>
    </message>
    <message>
        <source>Sheet of the workbook</source>
        <translation>工作簿的工作表</translation>
    </message>
    <message>
        <source>Columns …</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Change the fields of the columns</source>
        <translation>更改各列的字段</translation>
    </message>
    <message>
        <source>Choose a folder or a table first.</source>
        <translation>请先选择文件夹或表格。</translation>
    </message>
    <message>
        <source>A folder with any of cases.csv, parties.csv, events.csv, relations.csv, figures.csv; or any table (CSV, XLSX), whose columns you choose fields for. Importing the same again changes nothing.</source>
        <translation>含有 cases.csv、parties.csv、events.csv、relations.csv、figures.csv 中任意几个的文件夹；或任意表格（CSV、XLSX），由你为各列选择字段。再次导入相同内容不会改变任何东西。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>The first one</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>Choose a field for each column, then see what it would do.</source>
        <translation>请为每一列选择字段，然后查看会做什么。</translation>
    </message>
    <message>
        <source>Importing the spreadsheets</source>
        <translation>正在导入电子表格</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>正在撤销导入</translation>
    </message>
    <message>
        <source>The import was taken back; the vault is as it was before.</source>
        <translation>导入已撤销；保险库已恢复原样。</translation>
    </message>
    <message numerus="yes">
        <source>Go on without %n row(s) of other sheets, each perhaps a person</source>
        <translation>
            <numerusform>不含其他工作表的 %n 行（每行可能是一个人）继续</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyfileEdit</name>
    <message>
        <source>And a keyfile</source>
        <translation>并用密钥文件</translation>
    </message>
    <message>
        <source>It had a keyfile too</source>
        <translation>当时也用密钥文件</translation>
    </message>
    <message>
        <source>Keyfile</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Choose the keyfile.</source>
        <translation>请选择密钥文件。</translation>
    </message>
</context>
<context>
    <name>KeysView</name>
    <message>
        <source>These words count from now on</source>
        <translation>从现在起用这些词</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>保持一切不变</translation>
    </message>
    <message>
        <source>Another passphrase …</source>
        <translation>更换口令…</translation>
    </message>
    <message>
        <source>A keyfile …</source>
        <translation>密钥文件…</translation>
    </message>
    <message>
        <source>No keyfile any more …</source>
        <translation>不再用密钥文件…</translation>
    </message>
    <message>
        <source>New recovery words …</source>
        <translation>新的恢复词…</translation>
    </message>
    <message>
        <source>A new data key …</source>
        <translation>新的数据密钥…</translation>
    </message>
    <message>
        <source>What a guess costs …</source>
        <translation>每次猜测的代价…</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>现在的口令</translation>
    </message>
    <message>
        <source>Present keyfile</source>
        <translation>现在的密钥文件</translation>
    </message>
    <message>
        <source>Keyfile from now on</source>
        <translation>今后的密钥文件</translation>
    </message>
    <message>
        <source>A new passphrase replaces the old one. The recovery words stay as they are. Copies and backups made before still open with the old one.</source>
        <translation>新口令取代旧口令。恢复词不变。以前的副本和备份仍可用旧口令打开。</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>更改口令</translation>
    </message>
    <message>
        <source>From the moment when you have typed three of them on the next page, these 24 words open the vault when the passphrase is lost. Until then they open nothing, and the old ones still do. They are shown only here. Write them on paper, keep it where nobody looks, and destroy the old paper only then; whoever has the words has the vault.</source>
        <translation>在下一页输入其中三个词之后，这 24 个词才能在口令丢失时打开保险库。在那之前它们什么也打不开，旧的词仍然有效。它们只在这里显示。请写在纸上，放在没人会看的地方，到那时再销毁旧的纸；谁有这些词，谁就能打开保险库。</translation>
    </message>
    <message>
        <source>From then on the vault opens by the passphrase and this file together. Choose any file on a stick that you carry, or type a new name: a file of random bytes is then made there. The file must never change, not by one byte. Keep copies, none beside the vault; when all are lost, only the recovery words open the vault.</source>
        <translation>此后保险库要用口令和这个文件一起打开。请选择随身 U 盘上的任意一个文件，或者输入一个新名字：那里会生成一个随机内容的文件。文件绝不能改变，一个字节也不行。请保留几份副本，不要放在保险库旁边；全部丢失时，只有恢复词能打开保险库。</translation>
    </message>
    <message>
        <source>Need this file too</source>
        <translation>今后也需要这个文件</translation>
    </message>
    <message>
        <source>The passphrase alone opens the vault then.</source>
        <translation>此后只用口令就能打开保险库。</translation>
    </message>
    <message>
        <source>Need no keyfile any more</source>
        <translation>不再需要密钥文件</translation>
    </message>
    <message>
        <source>If the paper was lost, or somebody saw it: the old words open nothing any more then.</source>
        <translation>用于那张纸丢失或被人看到时：旧的恢复词从此什么也打不开。</translation>
    </message>
    <message>
        <source>Draw new recovery words</source>
        <translation>抽取新的恢复词</translation>
    </message>
    <message>
        <source>If somebody had this computer, or a backup of it, and may know what opened the vault: a new passphrase alone leaves the old key valid in old copies. A new data key needs room for a second copy of the database, and new recovery words. Nothing is lost if it is broken off. Destroy old backups: they still open with what opened the vault then.</source>
        <translation>用于有人拿到过这台电脑或它的备份，并可能知道怎样打开保险库时：只换口令，旧密钥在旧副本中仍然有效。新的数据密钥需要能放下第二份数据库的空间，以及新的恢复词。中途停止什么都不会丢失。请销毁旧备份：它们仍可用当时的口令打开。</translation>
    </message>
    <message>
        <source>Make a new data key</source>
        <translation>生成新的数据密钥</translation>
    </message>
    <message>
        <source>Somebody who tries passphrases needs so much memory and about a second for each. On a faster computer a guess can cost more; it never gets cheaper.</source>
        <translation>试猜口令的人，每猜一次都要用这么多内存和大约一秒钟。在更快的电脑上，每次猜测可以更昂贵；绝不会变便宜。</translation>
    </message>
    <message>
        <source>Measure again on this computer</source>
        <translation>在这台电脑上重新测定</translation>
    </message>
    <message>
        <source>passphrase and keyfile together</source>
        <translation>口令和密钥文件一起</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>This vault opens by {by}, or by the 24 recovery words. A guess costs {mib} MiB.</source>
        <translation>这个保险库用{by}打开，或用 24 个恢复词打开。每次猜测需要 {mib} MiB 内存。</translation>
    </message>
    <message>
        <source>Type the present passphrase.</source>
        <translation>请输入现在的口令。</translation>
    </message>
    <message>
        <source>The passphrase was changed.</source>
        <translation>口令已更改。</translation>
    </message>
    <message>
        <source>Changing the passphrase</source>
        <translation>正在更改口令</translation>
    </message>
    <message>
        <source>Choose the keyfile.</source>
        <translation>请选择密钥文件。</translation>
    </message>
    <message>
        <source>A new keyfile was made: {path}</source>
        <translation>已生成新的密钥文件：{path}</translation>
    </message>
    <message>
        <source>The vault needs the keyfile too from now on. Keep a copy of it.</source>
        <translation>从现在起保险库也需要密钥文件。请保留一份副本。</translation>
    </message>
    <message>
        <source>Changing what opens the vault</source>
        <translation>正在更改打开保险库的方式</translation>
    </message>
    <message>
        <source>The passphrase opens the vault alone.</source>
        <translation>只用口令就能打开保险库。</translation>
    </message>
    <message>
        <source>It stays as it is: this computer is no faster.</source>
        <translation>保持不变：这台电脑并不更快。</translation>
    </message>
    <message>
        <source>A guess costs {after} MiB now; it was {before} MiB.</source>
        <translation>现在每次猜测需要 {after} MiB；原来是 {before} MiB。</translation>
    </message>
    <message>
        <source>Measuring this computer</source>
        <translation>正在测定这台电脑</translation>
    </message>
    <message>
        <source>Trying the passphrase</source>
        <translation>正在试口令</translation>
    </message>
    <message>
        <source>The new recovery words count from now on.</source>
        <translation>从现在起用新的恢复词。</translation>
    </message>
</context>
<context>
    <name>LargeQrCode</name>
    <message>
        <source>Escape closes it.</source>
        <translation>按 Esc 关闭。</translation>
    </message>
</context>
<context>
    <name>LimitsView</name>
    <message>
        <source>The clocks and the checks count against these. They are this desk&apos;s own: change them when the law does. A day counts once it is over; a limit has passed on the day after its last.</source>
        <translation>期限计算和各项检查都以此为准。这是本台自己的设置：法律改变时请随之修改。一天过完才算一天；期限最后一天的次日即为超过。</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Save the limits</source>
        <translation>保存期限</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Make it the usual country</source>
        <translation>设为通常的国家</translation>
    </message>
    <message>
        <source>As the law has them</source>
        <translation>恢复法定期限</translation>
    </message>
    <message>
        <source>Put in what the law says; save to use it</source>
        <translation>填入法律规定的天数；保存后生效</translation>
    </message>
    <message>
        <source>Cases that name no country fall under the law of: {country}</source>
        <translation>没有写明国家的个案适用法律：{country}</translation>
    </message>
    <message>
        <source>Cases that name no country fall under this law now.</source>
        <translation>没有写明国家的个案现在适用此法律。</translation>
    </message>
    <message>
        <source>The limits are saved. The clocks and the checks count against them now.</source>
        <translation>期限已保存，计算和检查即以此为准。</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>Kind of the link</source>
        <translation>关联的种类</translation>
    </message>
    <message>
        <source>The other event</source>
        <translation>另一事件</translation>
    </message>
    <message>
        <source>Choose an event, or type a name or title of another case</source>
        <translation>选择事件，或输入另一宗个案的姓名、标题</translation>
    </message>
    <message>
        <source>Choose the event from the list.</source>
        <translation>请从列表中选择事件。</translation>
    </message>
</context>
<context>
    <name>LinksEdit</name>
    <message>
        <source>+ Add &amp;link</source>
        <translation>＋ 添加关联(&amp;L)</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>移除此关联</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Looking …</source>
        <translation>正在查找……</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ManyCasesView</name>
    <message>
        <source>the cases themselves</source>
        <translation>个案本身</translation>
    </message>
    <message>
        <source>their events</source>
        <translation>其中的事件</translation>
    </message>
    <message>
        <source>their people, who can then be named</source>
        <translation>其中的人员（此后可公开其姓名）</translation>
    </message>
    <message>
        <source>their evidence</source>
        <translation>其中的证据</translation>
    </message>
    <message>
        <source>Set …</source>
        <translation>设定…</translation>
    </message>
    <message>
        <source>Say how many records would change, then set them</source>
        <translation>先说明有多少条记录会改变，再设定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Who may learn of: {what}</source>
        <translation>谁可以知道：{what}</translation>
    </message>
    <message>
        <source>A level that is set for a single field stays. Narratives, summaries and notes need a review before they are published, whatever stands here.</source>
        <translation>为单个字段设定的级别不变。无论此处如何设定，叙述、摘要和备注都须经审阅才会发布。</translation>
    </message>
    <message>
        <source>Who may learn of it</source>
        <translation>谁可以知道</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>设定对象</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) chosen</source>
        <translation>
            <numerusform>已选 %n 宗个案</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick of what.</source>
        <translation>请勾选设定对象。</translation>
    </message>
    <message>
        <source>Looking at what would change</source>
        <translation>正在查看会改变什么</translation>
    </message>
    <message>
        <source>Nothing would change: all of it is so already.</source>
        <translation>不会有任何改变：全部已是如此。</translation>
    </message>
    <message>
        <source>{what} would change to “{level}”.</source>
        <translation>{what}将改为“{level}”。</translation>
    </message>
    <message>
        <source>Everybody may then read of them in what you publish.</source>
        <translation>此后任何人都可在你发布的内容中读到。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is/are secret so far.</source>
        <translation>
            <numerusform>其中 %n 条目前为保密。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the people is/are in other cases too.</source>
        <translation>
            <numerusform>其中 %n 人也出现在其他个案中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change them</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不改</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 宗个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{what} changed to “{level}”.</source>
        <translation>{what}已改为“{level}”。</translation>
    </message>
    <message>
        <source>Changing the levels</source>
        <translation>正在改变级别</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The levels are as they were before.</source>
        <translation>级别已恢复原状。</translation>
    </message>
    <message>
        <source>Taking it back</source>
        <translation>正在撤回</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>may be a name</source>
        <translation>可能是姓名</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>钟点</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>small place</source>
        <translation>小地名</translation>
    </message>
    <message>
        <source>family</source>
        <translation>家人</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>stays if you confirm the text</source>
        <translation>确认文本后照样保留</translation>
    </message>
</context>
<context>
    <name>NameRow</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name as it is written</source>
        <translation>按实际写法填写姓名</translation>
    </message>
    <message>
        <source>Script of the name</source>
        <translation>姓名的文字</translation>
    </message>
    <message>
        <source>Kind of name</source>
        <translation>姓名的种类</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁字母</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>阿拉伯字母</translation>
    </message>
    <message>
        <source>Not told</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>汉字</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>藏文</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古文</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>西里尔字母</translation>
    </message>
</context>
<context>
    <name>NamesEdit</name>
    <message>
        <source>+ Add name</source>
        <translation>＋ 添加姓名</translation>
    </message>
    <message>
        <source>Remove this name</source>
        <translation>删除这个姓名</translation>
    </message>
    <message>
        <source>+ Add “{pinyin}” (pinyin, please check)</source>
        <translation>＋ 添加“{pinyin}”（拼音，请核对）</translation>
    </message>
</context>
<context>
    <name>NamesakeAnswers</name>
    <message>
        <source>People with the name of somebody who has a label</source>
        <translation>与用代称者同名的人</translation>
    </message>
    <message>
        <source>Same person: use a label</source>
        <translation>同一人：用代称</translation>
    </message>
    <message>
        <source>How you know that it is another person</source>
        <translation>你如何得知这是另一个人</translation>
    </message>
    <message>
        <source>Another person: use the name</source>
        <translation>另一人：用真名</translation>
    </message>
    <message>
        <source>{name}: somebody of this name has a label in this publication</source>
        <translation>{name}：本出版物中有一个同名的人用代称</translation>
    </message>
    <message>
        <source>{name}: publication {number} protected somebody of this name</source>
        <translation>{name}：第 {number} 份出版物为一个同名的人隐去了姓名</translation>
    </message>
    <message>
        <source>another person: {reason}</source>
        <translation>另一人：{reason}</translation>
    </message>
    <message>
        <source>A publication protected somebody of the same name. If you name the same person here, readers learn who that was. Answer for each person. A label is the quick and safe answer: the person gets a letter of their own and is counted as one more. If two records are the same person, merge them under This week, Duplicates: then they are one person.</source>
        <translation>曾有出版物为一个同名的人隐去姓名。如果你在此写出的正是那个人，读者就会知道那是谁。请逐人回答。用代称是又快又安全的回答：此人另得一个字母，并多算一人。如果两条记录是同一个人，请在“本周”的“重复的记录”中合并：合并后就是一个人。</translation>
    </message>
</context>
<context>
    <name>NewPassphraseEdit</name>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>New passphrase, once more</source>
        <translation>再输入一次新口令</translation>
    </message>
    <message>
        <source>Propose six random words</source>
        <translation>给出六个随机词</translation>
    </message>
    <message>
        <source>Proposed passphrase</source>
        <translation>给出的口令</translation>
    </message>
    <message>
        <source>Write them on paper, keep the paper away from this computer, and type them below.</source>
        <translation>请写在纸上，不要把纸和电脑放在一起，然后在下面输入。</translation>
    </message>
    <message>
        <source>Type a new passphrase. Nothing was changed.</source>
        <translation>请输入新口令。没有任何改动。</translation>
    </message>
    <message>
        <source>The two new passphrases differ. Nothing was changed.</source>
        <translation>两次输入的新口令不同。没有任何改动。</translation>
    </message>
    <message>
        <source>This passphrase is too weak. Nothing was changed.</source>
        <translation>这个口令太弱。没有任何改动。</translation>
    </message>
</context>
<context>
    <name>NewVaultView</name>
    <message>
        <source>These 24 words open the vault when the passphrase is lost. They are shown only here, until three of them are typed on the next page, and never after that. Write them on paper and keep it where nobody looks; whoever has them has the vault.</source>
        <translation>口令丢失时，这 24 个词可以打开保险库。它们只在这里显示，到你在下一页输入其中三个词为止，此后再也不会显示。请写在纸上，放在没人会看的地方；谁有这些词，谁就能打开保险库。</translation>
    </message>
    <message>
        <source>Open the vault</source>
        <translation>打开保险库</translation>
    </message>
    <message>
        <source>Making the vault</source>
        <translation>正在建立保险库</translation>
    </message>
</context>
<context>
    <name>OrganisationView</name>
    <message>
        <source>Each publication is signed. Where several desks publish as one organisation, give them one key: readers then check everything by the same file.</source>
        <translation>每份出版物都有签名。如果几个工作台以同一机构的名义发布，请让它们使用同一把密钥：读者便可用同一个文件核对全部出版物。</translation>
    </message>
    <message>
        <source>Which key signs</source>
        <translation>由哪把密钥签名</translation>
    </message>
    <message>
        <source>Save the public keys for readers …</source>
        <translation>保存给读者的公钥…</translation>
    </message>
    <message>
        <source>Name of the organisation; readers see it</source>
        <translation>机构名称；读者会看到它</translation>
    </message>
    <message>
        <source>Make a key for it</source>
        <translation>为它生成密钥</translation>
    </message>
    <message>
        <source>Verified contact who shall have the key too</source>
        <translation>也应持有密钥的已核实联系人</translation>
    </message>
    <message>
        <source>Hand on the key …</source>
        <translation>转交密钥…</translation>
    </message>
    <message>
        <source>Take over a key …</source>
        <translation>接收密钥…</translation>
    </message>
    <message>
        <source>Replace the key …</source>
        <translation>更换密钥…</translation>
    </message>
    <message>
        <source>The key was lost or stolen …</source>
        <translation>密钥丢失或被盗…</translation>
    </message>
    <message>
        <source>Remove the key from this desk …</source>
        <translation>从本工作台删除密钥…</translation>
    </message>
    <message>
        <source>Key of an organisation</source>
        <translation>机构密钥</translation>
    </message>
    <message>
        <source>Where to put the public keys</source>
        <translation>公钥保存到哪里</translation>
    </message>
    <message>
        <source>Where to put the key</source>
        <translation>密钥保存到哪里</translation>
    </message>
    <message>
        <source>Keys of organisations (*.orgkey)</source>
        <translation>机构密钥 (*.orgkey)</translation>
    </message>
    <message>
        <source>Choose the key</source>
        <translation>选择密钥</translation>
    </message>
    <message>
        <source>Publications are signed by the key of {name}, since {day}.</source>
        <translation>出版物由{name}的密钥签名，自 {day} 起。</translation>
    </message>
    <message>
        <source>Publications are signed by this desk&apos;s own key, that of your contact card.</source>
        <translation>出版物由本工作台自己的密钥签名，即你的联系人名片上的密钥。</translation>
    </message>
    <message numerus="yes">
        <source>Keys of before that are still good: %n</source>
        <translation>
            <numerusform>仍然有效的旧密钥：%n 把</numerusform>
        </translation>
    </message>
    <message>
        <source>No contact is verified yet</source>
        <translation>还没有已核实的联系人</translation>
    </message>
    <message>
        <source>From now on this key signs what is published.</source>
        <translation>从现在起，出版物由这把密钥签名。</translation>
    </message>
    <message>
        <source>What was published before stays as it is.</source>
        <translation>以前发布的内容保持不变。</translation>
    </message>
    <message>
        <source>Save the public keys, and give readers the new file.</source>
        <translation>请保存公钥，并把新文件交给读者。</translation>
    </message>
    <message>
        <source>The public keys were saved: {path}</source>
        <translation>公钥已保存：{path}</translation>
    </message>
    <message>
        <source>They hold no secret.</source>
        <translation>其中没有秘密。</translation>
    </message>
    <message>
        <source>Readers need the file before they get a publication, and over another way.</source>
        <translation>读者须在拿到出版物之前、通过另一途径得到此文件。</translation>
    </message>
    <message>
        <source>The key was written: {path}</source>
        <translation>密钥已写出：{path}</translation>
    </message>
    <message>
        <source>It is sealed to {name}, and nobody else can open it.</source>
        <translation>它只封给 {name}，别人无法打开。</translation>
    </message>
    <message>
        <source>Give it on a stick; the other desk takes it over on this same page.</source>
        <translation>请用存储盘交给对方；对方在这同一页上接收。</translation>
    </message>
    <message>
        <source>Take over this key in place of the one that is here?</source>
        <translation>用这把密钥替换现有的密钥吗？</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>接收</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不动</translation>
    </message>
    <message>
        <source>Make a new key, and call the old ones bad? What they signed can no longer be checked. It is right where somebody else may have the key.</source>
        <translation>生成新密钥，并宣布旧密钥无效吗？旧密钥签署的内容将无法再核对。如果别人可能持有密钥，这样做是对的。</translation>
    </message>
    <message>
        <source>Make a new key? What the old one signed stays good. Hand the new one on to the other desks.</source>
        <translation>生成新密钥吗？旧密钥签署的内容仍然有效。请把新密钥转交给其他工作台。</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>生成新密钥</translation>
    </message>
    <message>
        <source>Erase the key of the organisation from this desk? If no other desk has it, it is gone for ever.</source>
        <translation>从本工作台抹去机构密钥吗？如果没有别的工作台持有它，它将永远消失。</translation>
    </message>
    <message>
        <source>Erase it</source>
        <translation>抹去</translation>
    </message>
</context>
<context>
    <name>PartialDateEdit</name>
    <message>
        <source>As precisely as it is known.</source>
        <translation>知道多准确就写多准确。</translation>
    </message>
    <message>
        <source>Understood as: {words}</source>
        <translation>理解为：{words}</translation>
    </message>
    <message>
        <source>{date} does not exist.</source>
        <translation>{date} 不存在。</translation>
    </message>
    <message>
        <source>{date} ends before it begins.</source>
        <translation>{date} 的结束早于开始。</translation>
    </message>
    <message>
        <source>Day and month could be read two ways: write 2020-02-06.</source>
        <translation>日和月有两种读法：请写成 2020-02-06。</translation>
    </message>
    <message>
        <source>early March 2021, 2021-03-05, about 2020</source>
        <translation>2021年3月上旬、2021-03-05、约2020年</translation>
    </message>
    <message>
        <source>Kept as you typed it. It is not placed on the timeline.</source>
        <translation>已按你输入的内容保留，未排入时间线。</translation>
    </message>
    <message>
        <source>To keep the words as they were said, put them in quotation marks.</source>
        <translation>要原样保留所说的话，请加上引号。</translation>
    </message>
    <message>
        <source>This is too long for a date. Put the story into the note.</source>
        <translation>作为日期太长了。请把经过写入备注。</translation>
    </message>
    <message>
        <source>This has not come yet.</source>
        <translation>这一天尚未到来。</translation>
    </message>
</context>
<context>
    <name>PartsPicker</name>
    <message>
        <source>Case sheets</source>
        <translation>个案明细</translation>
    </message>
    <message>
        <source>Timeline of all events</source>
        <translation>全部事件时间线</translation>
    </message>
    <message>
        <source>People by sentence</source>
        <translation>按刑期排列的人员</translation>
    </message>
    <message>
        <source>Charts beside tables</source>
        <translation>表格旁的图形</translation>
    </message>
    <message>
        <source>Saved figures to print; Space ticks one</source>
        <translation>要印出的已保存统计；按空格键勾选</translation>
    </message>
    <message>
        <source>Published figures to print; Space ticks one</source>
        <translation>要印出的公布数字；按空格键勾选</translation>
    </message>
    <message>
        <source>No figure is saved yet. Ask for one on the page Figures and save it under a name.</source>
        <translation>还没有保存任何统计。请在“统计”页提问，并以名称保存。</translation>
    </message>
    <message>
        <source>Print the names under which the figures were saved</source>
        <translation>印出统计保存时所用的名称</translation>
    </message>
    <message>
        <source>Not ticked: each is headed by what it is of, for example “Persons, by sex”.</source>
        <translation>不勾选：标题说明统计的是什么，例如“人数，按性别划分”。</translation>
    </message>
    <message>
        <source>Print counts below five, because</source>
        <translation>印出小于五的数字，理由</translation>
    </message>
    <message>
        <source>Empty: hidden. Else: everybody counted is named in it, or it is public</source>
        <translation>留空则隐去；否则写明：所计之人都在其中具名，或均已公开</translation>
    </message>
    <message>
        <source>A figure is printed with its definition. It counts what the profile lets out; counts below five are hidden, and others from which they could be computed.</source>
        <translation>统计连同定义一并印出，只计方案允许公布的记录；小于五的数字以及可据以推算的数字均予隐藏。</translation>
    </message>
    <message>
        <source>Count all records, not only what the profile lets out</source>
        <translation>统计全部记录，不限于方案允许公布的内容</translation>
    </message>
</context>
<context>
    <name>PartyEdit</name>
    <message>
        <source>the person as a whole</source>
        <translation>此人的整条记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Age reported for</source>
        <translation>该年龄对应的日期</translation>
    </message>
    <message>
        <source>Age as reported</source>
        <translation>报道的年龄</translation>
    </message>
    <message>
        <source>As it was said: 34, about 60</source>
        <translation>按原话填写：34、约 60</translation>
    </message>
    <message>
        <source>As it was said; a few letters find a place</source>
        <translation>按所说的原话；输入几个字可查找地点</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>Size of the group</source>
        <translation>群体人数</translation>
    </message>
    <message>
        <source>As it was said: 12, about 30</source>
        <translation>按原话填写：12、约 30</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>残疾</translation>
    </message>
    <message>
        <source>One on each line, as CN or Kazakhstan</source>
        <translation>每行一个，如 CN 或 哈萨克斯坦</translation>
    </message>
    <message>
        <source>Citizenship</source>
        <translation>国籍</translation>
    </message>
    <message>
        <source>Informed consent</source>
        <translation>知情同意</translation>
    </message>
    <message>
        <source>Who asked, whom, when and how. It stays in this vault: no bundle takes it.</source>
        <translation>谁问的、问了谁、何时、如何问。留在本库：不随任何交接包传递。</translation>
    </message>
    <message>
        <source>Note on consent</source>
        <translation>关于同意的备注</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Given by the vault where you give none</source>
        <translation>不填则由保险库编号</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>since 2015</source>
        <translation>自 2015</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>until 2020-02</source>
        <translation>至 2020-02</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>+ Add occupation</source>
        <translation>＋ 添加职业</translation>
    </message>
    <message>
        <source>Remove this occupation</source>
        <translation>删除这项职业</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>维权领域</translation>
    </message>
    <message>
        <source>+ Add cause</source>
        <translation>＋ 添加领域</translation>
    </message>
    <message>
        <source>Remove this cause</source>
        <translation>删除这个领域</translation>
    </message>
    <message>
        <source>Religion</source>
        <translation>宗教信仰</translation>
    </message>
    <message>
        <source>+ Add religion</source>
        <translation>＋ 添加信仰</translation>
    </message>
    <message>
        <source>Remove this religion</source>
        <translation>删除这项信仰</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Free text. It stays secret unless you release it.</source>
        <translation>自由填写。除非你放行，否则一直保密。</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Give at least one name, or what the person is called by.</source>
        <translation>请至少填写一个姓名或称呼。</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Occupations</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>维权领域</translation>
    </message>
    <message>
        <source>Occupations, causes, religion</source>
        <translation>职业、事由、宗教</translation>
    </message>
    <message>
        <source>A label in every publication</source>
        <translation>在每份出版物中都用代称</translation>
    </message>
    <message>
        <source>Protect this name</source>
        <translation>保护此姓名</translation>
    </message>
    <message>
        <source>Edit person: {name}</source>
        <translation>编辑人员：{name}</translation>
    </message>
    <message>
        <source>Choose the role in this case. “Not stated” is an answer too.</source>
        <translation>请选择在本个案中的角色。“未说明”也是一种回答。</translation>
    </message>
</context>
<context>
    <name>PartyPicker</name>
    <message>
        <source>Type a part of a name</source>
        <translation>输入姓名的一部分</translation>
    </message>
</context>
<context>
    <name>PartyTableModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
</context>
<context>
    <name>Passphrases</name>
    <message>
        <source>Sayings, names, dates and pinyin are guessed first. Six random words are safer.</source>
        <translation>俗语、名字、日期和拼音最先被猜到。六个随机的词更安全。</translation>
    </message>
    <message>
        <source>Weak: whoever takes the computer finds this by guessing.</source>
        <translation>弱：拿到电脑的人可以猜出来。</translation>
    </message>
    <message>
        <source>Fair: it holds against a person, not against a laboratory.</source>
        <translation>一般：能挡住个人，挡不住实验室。</translation>
    </message>
    <message>
        <source>Strong, as far as a program can tell.</source>
        <translation>强——就程序所能判断的而言。</translation>
    </message>
</context>
<context>
    <name>PastImportsView</name>
    <message>
        <source>Imports so far</source>
        <translation>迄今的导入</translation>
    </message>
    <message>
        <source>Nothing was imported into this vault yet.</source>
        <translation>此保险库尚未导入过内容。</translation>
    </message>
    <message>
        <source>Take this import back …</source>
        <translation>撤回此次导入…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Take this import back? What it added goes, what it changed is as before: {source}, {rows}</source>
        <translation>要撤回此次导入吗？它新增的会去掉，改动的会恢复原状：{source}，{rows}</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不撤回</translation>
    </message>
    <message>
        <source>The import was taken back: {source}</source>
        <translation>已撤回导入：{source}</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>正在撤回导入</translation>
    </message>
</context>
<context>
    <name>PastedReportView</name>
    <message>
        <source>Title of the report</source>
        <translation>报告标题</translation>
    </message>
    <message>
        <source>Empty: its first line</source>
        <translation>留空：取第一行</translation>
    </message>
    <message>
        <source>Year of dates that say none</source>
        <translation>没有年份的日期所属年份</translation>
    </message>
    <message>
        <source>most named</source>
        <translation>出现最多的年份</translation>
    </message>
    <message>
        <source>Text of the report</source>
        <translation>报告全文</translation>
    </message>
    <message>
        <source>Paste the text here.</source>
        <translation>请将文字粘贴在此。</translation>
    </message>
    <message>
        <source>Text file …</source>
        <translation>文本文件…</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>The report; the passage is marked</source>
        <translation>报告；已标出有关段落</translation>
    </message>
    <message>
        <source>What the report says</source>
        <translation>报告的内容</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>录入</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不采用</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除键</translation>
    </message>
    <message>
        <source>Another text</source>
        <translation>另一篇文字</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Paste a text first.</source>
        <translation>请先粘贴文字。</translation>
    </message>
    <message>
        <source>Reading the report</source>
        <translation>正在读取报告</translation>
    </message>
    <message>
        <source>No person was found in this text.</source>
        <translation>没有在文中找到人员。</translation>
    </message>
    <message>
        <source>{names} (perhaps)</source>
        <translation>{names}（可能）</translation>
    </message>
    <message numerus="yes">
        <source>%n taken from this report.</source>
        <translation>
            <numerusform>已从这份报告录入 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste a report</source>
        <translation>粘贴报告</translation>
    </message>
    <message>
        <source>People, dates, places and charges of a text are proposed, each with its passage. Nothing is taken until you say so for each. A lock loses the text and what you did not take: keep it elsewhere until then.</source>
        <translation>程序从文字中建议人员、日期、地点和罪名，并附上原文段落。未经你逐条同意，不会录入任何内容。锁定后，文字和未录入的内容都会丢失：在那之前请另行保存原文。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Year where none is said</source>
        <translation>未写年份时取</translation>
    </message>
    <message>
        <source>Into which case</source>
        <translation>归入哪个个案</translation>
    </message>
    <message>
        <source>Into which case? — choose —</source>
        <translation>归入哪个个案？——请选择——</translation>
    </message>
    <message>
        <source>One case for everybody in this report</source>
        <translation>报告中所有人归入一宗个案</translation>
    </message>
    <message>
        <source>A case for each person</source>
        <translation>每人一宗个案</translation>
    </message>
    <message>
        <source>Say first: one case for everybody, or one for each.</source>
        <translation>请先选择：所有人归入一宗个案，还是每人一宗个案。</translation>
    </message>
    <message>
        <source>The event is filed in {ref} ({title}) alone. It counts for {people} too, whose own cases do not list it.</source>
        <translation>该事件只归入 {ref}（{title}）。它同样计入 {people}，但他们自己的个案中不会列出。</translation>
    </message>
    <message>
        <source>One of {people}</source>
        <translation>其中一人：{people}</translation>
    </message>
    <message>
        <source>Perhaps {people}</source>
        <translation>可能是 {people}</translation>
    </message>
</context>
<context>
    <name>PathEdit</name>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>选择：{what}</translation>
    </message>
</context>
<context>
    <name>PdfFindings</name>
    <message>
        <source>A part of the file cannot be read</source>
        <translation>文件的一部分无法读取</translation>
    </message>
    <message>
        <source>There is so much in it that this program cannot vouch for it</source>
        <translation>内容过多，本程序无法为它担保</translation>
    </message>
    <message>
        <source>The file holds more than one revision of itself</source>
        <translation>文件含有自身的多个修订版本</translation>
    </message>
    <message>
        <source>There are bytes that belong to no object</source>
        <translation>有不属于任何对象的字节</translation>
    </message>
    <message>
        <source>An object is in the file that nothing refers to</source>
        <translation>文件中有无人引用的对象</translation>
    </message>
    <message>
        <source>The file says something about its making</source>
        <translation>文件透露了它的制作信息</translation>
    </message>
    <message>
        <source>The catalogue holds a key that is not on the list</source>
        <translation>目录中有清单以外的键</translation>
    </message>
    <message>
        <source>A file is attached</source>
        <translation>附有文件</translation>
    </message>
    <message>
        <source>The file holds a script or an action that runs by itself</source>
        <translation>文件含有脚本或会自动执行的动作</translation>
    </message>
    <message>
        <source>The file holds a form</source>
        <translation>文件含有表单</translation>
    </message>
    <message>
        <source>A page holds a small picture of itself</source>
        <translation>页面含有自身的缩略图</translation>
    </message>
    <message>
        <source>The file has layers that can be switched off</source>
        <translation>文件有可以关闭的图层</translation>
    </message>
    <message>
        <source>A page holds a note or another annotation</source>
        <translation>页面含有批注或其他注释</translation>
    </message>
    <message>
        <source>A link leads out of the file</source>
        <translation>有链接指向文件之外</translation>
    </message>
    <message>
        <source>A picture cannot be checked</source>
        <translation>有图片无法检查</translation>
    </message>
    <message>
        <source>A picture says something about its making</source>
        <translation>有图片透露了它的制作信息</translation>
    </message>
    <message>
        <source>A picture has another one that is shown elsewhere</source>
        <translation>有图片带着在别处显示的另一张图片</translation>
    </message>
    <message>
        <source>A drawing may spell words that this program cannot read</source>
        <translation>图形可能拼出本程序读不出的文字</translation>
    </message>
    <message>
        <source>A page is drawn with something that this program does not use</source>
        <translation>页面的绘制用到了本程序不用的东西</translation>
    </message>
    <message>
        <source>A text cannot be seen</source>
        <translation>有看不见的文字</translation>
    </message>
    <message>
        <source>A text is as light as the paper</source>
        <translation>有文字与纸一样浅</translation>
    </message>
    <message>
        <source>A text is too small to be seen</source>
        <translation>有文字小得看不见</translation>
    </message>
    <message>
        <source>A text lies outside its page</source>
        <translation>有文字在页面之外</translation>
    </message>
    <message>
        <source>A text is covered</source>
        <translation>有文字被遮盖</translation>
    </message>
    <message>
        <source>A text cannot be read: its font does not say what its letters are</source>
        <translation>有文字无法读取：其字体没有说明各字形是什么字</translation>
    </message>
    <message>
        <source>The text of the pages is not what was published</source>
        <translation>页面上的文字与发布的不同</translation>
    </message>
    <message>
        <source>A replacement text holds what was not published</source>
        <translation>替代文字含有没有发布的内容</translation>
    </message>
    <message>
        <source>A character map holds what was not published</source>
        <translation>字符映射含有没有发布的内容</translation>
    </message>
    <message>
        <source>A character that is drawn has no picture in its font, or another one</source>
        <translation>画出的字符在字体中没有字形，或字形不符</translation>
    </message>
    <message>
        <source>A bookmark holds what was not published</source>
        <translation>书签含有没有发布的内容</translation>
    </message>
    <message>
        <source>The file holds words or names that belong to no page</source>
        <translation>文件含有不属于任何页面的文字或名称</translation>
    </message>
    <message>
        <source>A part of a name of this vault stands in the text</source>
        <translation>文字中有本保险库中某个姓名的一部分</translation>
    </message>
    <message>
        <source>A secret of this vault stands in the text</source>
        <translation>文字中有本保险库的秘密</translation>
    </message>
    <message>
        <source>A secret of this vault stands in the file&apos;s bytes</source>
        <translation>文件的字节中有本保险库的秘密</translation>
    </message>
    <message>
        <source>{finding} (pages: {pages})</source>
        <translation>{finding}（第 {pages} 页）</translation>
    </message>
    <message>
        <source>The table of its objects is damaged: two readers may see two different files</source>
        <translation>文件的对象表已损坏：不同的阅读程序可能看到不同的内容</translation>
    </message>
</context>
<context>
    <name>PenaltiesEdit</name>
    <message>
        <source>+ Add &amp;penalty</source>
        <translation>＋ 添加处罚(&amp;P)</translation>
    </message>
    <message>
        <source>Remove this penalty</source>
        <translation>删除这项处罚</translation>
    </message>
</context>
<context>
    <name>PenaltyRow</name>
    <message>
        <source>Kind of penalty</source>
        <translation>处罚种类</translation>
    </message>
    <message>
        <source>How much or how long</source>
        <translation>数额或期限</translation>
    </message>
    <message>
        <source>3 years 6 months, 50000 CNY</source>
        <translation>3年6个月、50000元</translation>
    </message>
    <message>
        <source>Understood as: {words}</source>
        <translation>理解为：{words}</translation>
    </message>
    <message>
        <source>Kept as it was typed; it will not be counted.</source>
        <translation>已按原样保留；不会计入统计。</translation>
    </message>
</context>
<context>
    <name>PenaltyWords</name>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>+ New: “{name}”</source>
        <translation>＋ 新建：“{name}”</translation>
    </message>
</context>
<context>
    <name>PeopleBeside</name>
    <message>
        <source>Relatives, colleagues, witnesses and others beside the persons concerned are left out, and texts call them [person]. Tick only who agreed to appear, then look at the preview again. The next issue takes the ticks over.</source>
        <translation>当事人以外的亲属、同事、证人等不收入出版物，文本中写成“[某人]”。只勾选同意出现的人，然后再次预览。下一期会沿用这些勾选。</translation>
    </message>
    <message>
        <source>Who appears all the same; Space ticks one</source>
        <translation>仍要收入的人；按空格键勾选</translation>
    </message>
</context>
<context>
    <name>PeoplePicker</name>
    <message>
        <source>Type a part of a name</source>
        <translation>输入名字的一部分</translation>
    </message>
    <message>
        <source>Filter the people</source>
        <translation>筛选人员</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Filter the people</source>
        <translation>筛选人员</translation>
    </message>
    <message>
        <source>Filter by any name, pinyin too</source>
        <translation>按任何姓名筛选，也可用拼音</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody whom the filter finds has this status as of that day.</source>
        <translation>筛选到的人中，没有人在该日处于此状况。</translation>
    </message>
    <message>
        <source>Nobody has a name like this. Try fewer letters, or another spelling.</source>
        <translation>没有人有这样的姓名。请少输入几个字，或换一种写法。</translation>
    </message>
    <message>
        <source>Nobody yet. People come with cases and imports, or by Ctrl+N.</source>
        <translation>还没有人员。人员随个案和导入而来，也可按 Ctrl+N 添加。</translation>
    </message>
    <message>
        <source>The person was deleted, also from cases and events, and lies in the recycle bin.</source>
        <translation>此人已删除，也已从个案和事件中移除，放在回收站中。</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Cases of the person</source>
        <translation>此人的个案</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Events of the person</source>
        <translation>此人的事件</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relations of the person</source>
        <translation>此人的关系</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What sources say of the person</source>
        <translation>来源关于此人的说法</translation>
    </message>
    <message>
        <source>← People</source>
        <translation>← 人员</translation>
    </message>
    <message>
        <source>Back to the list of people</source>
        <translation>返回人员列表</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit this person</source>
        <translation>编辑此人</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图示</translation>
    </message>
    <message>
        <source>Show the events and relations of this person, drawn</source>
        <translation>以图显示此人的事件与关系</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Show the history of this person</source>
        <translation>显示此人的历史</translation>
    </message>
    <message>
        <source>Delete person</source>
        <translation>删除此人</translation>
    </message>
    <message>
        <source>Delete this person, also from cases and events</source>
        <translation>删除此人，也从个案和事件中移除</translation>
    </message>
</context>
<context>
    <name>PictureDrawing</name>
    <message>
        <source>Drag with the mouse, or by keys: N makes a box, Page Up and Page Down choose one, arrows move it, with Shift they change its size, with Ctrl by one pixel; Delete removes it.</source>
        <translation>用鼠标拖动，或用按键：N 新建一个框，Page Up 和 Page Down 选择，方向键移动，加 Shift 改变大小，加 Ctrl 每次一个像素；Delete 删除。</translation>
    </message>
    <message>
        <source>Boxes, and where each lies</source>
        <translation>遮盖框及其位置</translation>
    </message>
    <message>
        <source>New box</source>
        <translation>新建框</translation>
    </message>
    <message>
        <source>Remove box</source>
        <translation>删除框</translation>
    </message>
    <message>
        <source>Take over from …</source>
        <translation>沿用其他方案 …</translation>
    </message>
    <message>
        <source>What is to be seen, for those who do not see it</source>
        <translation>画面内容，供看不到图片的人了解</translation>
    </message>
    <message>
        <source>Words below the picture</source>
        <translation>图片下方的文字</translation>
    </message>
    <message>
        <source>What is to be seen</source>
        <translation>画面内容</translation>
    </message>
    <message>
        <source>Words below it</source>
        <translation>下方文字</translation>
    </message>
</context>
<context>
    <name>PicturesView</name>
    <message>
        <source>For which profile</source>
        <translation>按哪个方案</translation>
    </message>
    <message>
        <source>Pictures that could be published</source>
        <translation>可以发布的图片</translation>
    </message>
    <message>
        <source>No evidence of this desk is a picture that can be published (JPEG, PNG, GIF, WebP).</source>
        <translation>本保险库的证据中没有可以发布的图片（JPEG、PNG、GIF、WebP）。</translation>
    </message>
    <message>
        <source>The picture, to draw boxes on</source>
        <translation>图片，可在上面画遮盖框</translation>
    </message>
    <message>
        <source>The picture as it would be published</source>
        <translation>图片发布时的样子</translation>
    </message>
    <message>
        <source>Show as it would be published</source>
        <translation>显示发布时的样子</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>继续画框</translation>
    </message>
    <message>
        <source>I have looked at it: it may go out</source>
        <translation>我已看过：可以发布</translation>
    </message>
    <message>
        <source>Take the review back</source>
        <translation>撤回审阅</translation>
    </message>
    <message>
        <source>Looking through the pictures</source>
        <translation>正在查看图片</translation>
    </message>
    <message>
        <source>Opening the picture</source>
        <translation>正在打开图片</translation>
    </message>
    <message>
        <source>Burning the boxes in</source>
        <translation>正在写入遮盖框</translation>
    </message>
    <message>
        <source>It shows: {words}</source>
        <translation>画面内容：{words}</translation>
    </message>
    <message>
        <source>Below it: {words}</source>
        <translation>下方文字：{words}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in the words may tell of somebody who may not be named.</source>
        <translation>
            <numerusform>文字中有 %n 处可能透露不得点名的人。</numerusform>
        </translation>
    </message>
    <message>
        <source>This profile takes no such picture: it stays here, whatever is confirmed.</source>
        <translation>此方案不收这样的图片：无论如何确认，它都不会发布。</translation>
    </message>
    <message>
        <source>The picture may go out under this profile.</source>
        <translation>此图片可按此方案发布。</translation>
    </message>
    <message>
        <source>When its boxes or words change, it must be looked at again.</source>
        <translation>遮盖框或文字一有改动，就必须重新查看。</translation>
    </message>
    <message>
        <source>The review was taken back.</source>
        <translation>审阅已撤回。</translation>
    </message>
    <message>
        <source>This profile publishes no pictures. Choose one that does before you draw.</source>
        <translation>此方案不公开图片。请先选择公开图片的方案，再画框。</translation>
    </message>
</context>
<context>
    <name>PlaceDecision</name>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Let it stand</source>
        <translation>保留原文</translation>
    </message>
    <message>
        <source>As the profile says</source>
        <translation>按方案处理</translation>
    </message>
    <message>
        <source>Which label</source>
        <translation>用哪个代称</translation>
    </message>
    <message>
        <source>Put this label</source>
        <translation>改用此代称</translation>
    </message>
    <message>
        <source>Other words for this place</source>
        <translation>此处改用的文字</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>其他文字</translation>
    </message>
    <message>
        <source>Put these words</source>
        <translation>改用这些文字</translation>
    </message>
</context>
<context>
    <name>PlaceEdit</name>
    <message>
        <source>In the tree: {path}</source>
        <translation>地点：{path}</translation>
    </message>
    <message>
        <source>+ New place: “{name}”</source>
        <translation>＋ 新建地点：“{name}”</translation>
    </message>
    <message>
        <source>“{name}” is not in this vault. Choose a place from the list, or leave this empty.</source>
        <translation>保险库里没有“{name}”。请从列表中选择地点，或留空。</translation>
    </message>
    <message>
        <source>Saved as: {path}</source>
        <translation>将保存为：{path}</translation>
    </message>
    <message numerus="yes">
        <source>%n places are called so. Choose one from the list.</source>
        <translation>
            <numerusform>有 %n 个地点都叫这个名字。请从列表中选择一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose from the list, or add that place first.</source>
        <translation>请从列表中选择，或先添加那个地点。</translation>
    </message>
</context>
<context>
    <name>PlaceForm</name>
    <message>
        <source>the place as a whole</source>
        <translation>整个地点</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>地点种类</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>A few letters find a place; empty for none</source>
        <translation>输入几个字查找地点；没有则留空</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>其他名称</translation>
    </message>
    <message>
        <source>One on each line. They are secret.</source>
        <translation>每行一个。它们是保密的。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Free text. It stays secret unless you release it.</source>
        <translation>自由文本。除非你放开，否则是保密的。</translation>
    </message>
    <message>
        <source>Give the place a name in at least one language.</source>
        <translation>请至少用一种语言给出地点名称。</translation>
    </message>
    <message>
        <source>Degrees, and metres they may be off: 41.7, 82.9 ± 500</source>
        <translation>度数，以及可能相差的米数：41.7, 82.9 ± 500</translation>
    </message>
    <message>
        <source>Coordinates (secret)</source>
        <translation>坐标（保密）</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>新地点</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
</context>
<context>
    <name>PlacesView</name>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>New place</source>
        <translation>新地点</translation>
    </message>
    <message>
        <source>Courts, prisons, towns, each in the place that it lies in. Events are put at them.</source>
        <translation>法院、监狱、城镇，各在其所在的地点之下。事件发生在这些地点。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Place “{name}” deleted.</source>
        <translation>地点“{name}”已删除。</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Choose cases and what may leave, then look at the preview. Nothing is written by it.</source>
        <translation>请选择个案以及可以公开的内容，然后查看预览。预览不会写出任何东西。</translation>
    </message>
    <message>
        <source>Everything that the publication would hold</source>
        <translation>出版物将包含的全部内容</translation>
    </message>
    <message>
        <source>Who bears which label; this stays in the vault</source>
        <translation>谁用哪个代称；此表只留在保险库中</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>代称</translation>
    </message>
    <message>
        <source>Who it is, in this vault only</source>
        <translation>是谁（只在此保险库中）</translation>
    </message>
    <message>
        <source>Tick a step with Space to tell less in this publication alone; the preview is made anew.</source>
        <translation>按空格键勾选一项，只在本次出版物中少透露一些；预览会重新生成。</translation>
    </message>
    <message>
        <source>Review the texts</source>
        <translation>审阅文本</translation>
    </message>
    <message>
        <source>Look at the pictures</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <source>Parts of the preview</source>
        <translation>预览的各部分</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>代称</translation>
    </message>
    <message>
        <source>Something changed since this preview was made. Look at it again.</source>
        <translation>预览之后有改动。请重新预览。</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) and authorities</source>
        <translation>
            <numerusform>%n 个群体、组织或机关</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these named</source>
        <translation>
            <numerusform>其中 %n 个写明名称</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>No font has these scripts; texts with their letters stay behind:</source>
        <translation>以下文字没有字体，含有其字母的文本不会公开：</translation>
    </message>
    <message>
        <source>The authorities involved will recognise them anyway. Other readers may recognise:</source>
        <translation>涉事机关本来就认得出他们；其他读者可能认出：</translation>
    </message>
    <message>
        <source>Five or more would fit with one of: {steps}</source>
        <translation>采用以下任何一项，就会有五个以上相符：{steps}</translation>
    </message>
    <message>
        <source>Texts tell more of people with labels than the facts do:</source>
        <translation>有些文本对用代称者透露的比事实部分更多：</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Counts that are hidden in figures:</source>
        <translation>统计中隐藏的数字：</translation>
    </message>
    <message numerus="yes">
        <source>%n small count(s)</source>
        <translation>
            <numerusform>%n 个小数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s) from which these could be computed</source>
        <translation>
            <numerusform>%n 个可推算出它们的其他数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sum(s) from which these could be computed</source>
        <translation>
            <numerusform>%n 个可推算出它们的合计</numerusform>
        </translation>
    </message>
    <message>
        <source>Readers who subtract learn of few:</source>
        <translation>读者相减即可得知少数人或个案的情况：</translation>
    </message>
    <message>
        <source>the people that are printed</source>
        <translation>所印出的人员</translation>
    </message>
    <message numerus="yes">
        <source>{figure} less {other}: %n</source>
        <translation>
            <numerusform>{figure}减去{other}：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 宗个案</numerusform>
        </translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>文字</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them labelled</source>
        <translation>
            <numerusform>其中 %n 人用代称</numerusform>
        </translation>
    </message>
    <message>
        <source>{counts}.</source>
        <comment>a sentence</comment>
        <translation>{counts}。</translation>
    </message>
    <message numerus="yes">
        <source>%n free text(s) left out: nobody reviewed them as they are now.</source>
        <translation>
            <numerusform>%n 段自由文本未收入：现有内容无人审阅。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Names to decide: %n</source>
        <translation>
            <numerusform>待判断的名字：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out:</source>
        <translation>未包含：</translation>
    </message>
    <message>
        <source>No font has these characters; each is printed as its number:</source>
        <translation>所有字体都没有以下字符，将印成各自的编号：</translation>
    </message>
    <message numerus="yes">
        <source>{label}: {traits}. So described, %n case(s) of this desk fit.</source>
        <translation>
            <numerusform>{label}：{traits}。这样描述，本工作台只有 %n 宗个案相符。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was left out, and nobody stands out among the cases of this desk.</source>
        <translation>没有遗漏内容，在本工作台的个案中也没有人特别容易被认出。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) changed since the last preview. Labels are reassigned whenever the content changes; along a series each person keeps theirs.</source>
        <translation>
            <numerusform>自上次预览以来有%n个代称变更。内容有变时代称会重新分配；同一系列内每人的代称不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: named in publication {number}</source>
        <translation>{name}：第{number}号发布中已写明姓名</translation>
    </message>
    <message>
        <source>{name}: without a name in publication {number}</source>
        <translation>{name}：第{number}号发布中未写明姓名</translation>
    </message>
    <message numerus="yes">
        <source>{figure}: %n count(s) differ by 1 to 4 from publication {number}</source>
        <translation>
            <numerusform>{figure}：有%n个数字与第{number}号发布相差1至4</numerusform>
        </translation>
    </message>
    <message>
        <source>Beside earlier publications:</source>
        <translation>与既往发布相比：</translation>
    </message>
    <message>
        <source>Risks and omissions, in words</source>
        <translation>风险与遗漏的文字说明</translation>
    </message>
    <message>
        <source>Risks and omissions</source>
        <translation>风险与遗漏</translation>
    </message>
    <message numerus="yes">
        <source>{case}: %n fact(s)</source>
        <translation>
            <numerusform>{case}：%n项事实</numerusform>
        </translation>
    </message>
    <message>
        <source>Known from one confidential source only. Readers may recognise that source:</source>
        <translation>仅由一位保密来源提供、可能暴露该来源的内容：</translation>
    </message>
    <message numerus="yes">
        <source>By role: %n</source>
        <translation>
            <numerusform>因角色未收入：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}: more detail than in publication {number}</source>
        <translation>{what}：比第 {number} 份出版物更细</translation>
    </message>
    <message>
        <source>no kind</source>
        <comment>of a place</comment>
        <translation>没有种类</translation>
    </message>
    <message>
        <source>{told} is printed. Its kind was changed: {values}</source>
        <translation>会印出{told}，它的种类改过：{values}</translation>
    </message>
    <message>
        <source>{told} is printed for {place}, which was moved: {values}</source>
        <translation>{place}会印为{told}，它所在的地点改过：{values}</translation>
    </message>
    <message>
        <source>Places that were changed. Make sure that none is printed that ought not to be:</source>
        <translation>改过的地点。请确认没有印出不该印的地点：</translation>
    </message>
</context>
<context>
    <name>ProfileEdit</name>
    <message>
        <source>Fields that may leave; Space ticks one</source>
        <translation>可以公开的字段；按空格键勾选</translation>
    </message>
    <message>
        <source>Fields that may leave</source>
        <translation>可以公开的字段</translation>
    </message>
    <message>
        <source>What is not ticked is not published, nor is any field that comes into being later.</source>
        <translation>未勾选的不会公开，以后才出现的字段也不会公开。</translation>
    </message>
    <message>
        <source>may go out</source>
        <translation>可以公开</translation>
    </message>
    <message>
        <source>stay here</source>
        <translation>不公开</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Dates of events</source>
        <translation>事件日期</translation>
    </message>
    <message>
        <source>Birth and death</source>
        <translation>出生与死亡</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Ages</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>群体</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>机关</translation>
    </message>
    <message>
        <source>Words of no list</source>
        <translation>词表中没有的词</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Facts that are</source>
        <translation>事实的级别</translation>
    </message>
    <message>
        <source>Reviewed texts</source>
        <translation>审阅过的文本</translation>
    </message>
    <message>
        <source>People whom nobody asked get a label</source>
        <translation>未询问过的人使用代号</translation>
    </message>
    <message>
        <source>Reviewed pictures</source>
        <translation>审阅过的图片</translation>
    </message>
    <message>
        <source>Kinds of names</source>
        <translation>名字的种类</translation>
    </message>
    <message>
        <source>by the day</source>
        <translation>到日</translation>
    </message>
    <message>
        <source>by the month</source>
        <translation>到月</translation>
    </message>
    <message>
        <source>by the year</source>
        <translation>到年</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>不写</translation>
    </message>
    <message>
        <source>as recorded</source>
        <translation>按记录</translation>
    </message>
    <message>
        <source>by the county</source>
        <translation>到县</translation>
    </message>
    <message>
        <source>by the prefecture</source>
        <translation>到地级市</translation>
    </message>
    <message>
        <source>by the province</source>
        <translation>到省</translation>
    </message>
    <message>
        <source>in years</source>
        <translation>写岁数</translation>
    </message>
    <message>
        <source>by ten years</source>
        <translation>以十岁为一段</translation>
    </message>
    <message>
        <source>named</source>
        <translation>写名</translation>
    </message>
    <message>
        <source>labelled</source>
        <translation>用代称</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不写</translation>
    </message>
    <message>
        <source>printed, known names replaced</source>
        <translation>替换已知名字后印出</translation>
    </message>
    <message>
        <source>printed as “Other”</source>
        <translation>印作“其他”</translation>
    </message>
    <message>
        <source>public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>narratives of cases</source>
        <translation>个案叙述</translation>
    </message>
    <message>
        <source>summaries of events</source>
        <translation>事件摘要</translation>
    </message>
    <message>
        <source>a question that is gone, or asked otherwise since: nothing of it is let out</source>
        <translation>问题已不存在，或之后改了问法：其内容不会公开</translation>
    </message>
    <message>
        <source>reviewed text</source>
        <translation>审阅过的文本</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>关注领域</translation>
    </message>
    <message>
        <source>Religion</source>
        <translation>宗教</translation>
    </message>
    <message>
        <source>Vulnerability</source>
        <translation>弱势状况</translation>
    </message>
    <message>
        <source>Sensitive topics</source>
        <translation>敏感主题</translation>
    </message>
    <message>
        <source>health</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>pregnancy</source>
        <translation>怀孕</translation>
    </message>
    <message>
        <source>disability</source>
        <translation>残疾</translation>
    </message>
    <message>
        <source>religion</source>
        <translation>宗教</translation>
    </message>
    <message>
        <source>sexual orientation</source>
        <translation>性取向</translation>
    </message>
    <message>
        <source>sexual violence</source>
        <translation>性暴力</translation>
    </message>
    <message>
        <source>funds from abroad</source>
        <translation>境外资金</translation>
    </message>
    <message>
        <source>contacts abroad</source>
        <translation>境外联系</translation>
    </message>
    <message>
        <source>tools to circumvent the firewall</source>
        <translation>翻墙工具</translation>
    </message>
</context>
<context>
    <name>ProfilesView</name>
    <message>
        <source>Profiles</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>方案名称</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Write to a file …</source>
        <translation>写入文件…</translation>
    </message>
    <message>
        <source>Take from a file …</source>
        <translation>从文件导入…</translation>
    </message>
    <message>
        <source>Save the profile</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>A newer program made this profile. It can be deleted here, not used.</source>
        <translation>这个方案由更新版本的程序制作，在此只能删除，不能使用。</translation>
    </message>
    <message>
        <source>This profile is shipped and stays as it is. Type a name and copy it, to change the copy.</source>
        <translation>这是程序自带的方案，不能更改。请输入名称并复制，再更改副本。</translation>
    </message>
    <message>
        <source>What was reviewed for a profile stays reviewed unless the change would tell more.</source>
        <translation>为方案审阅过的内容仍然有效，除非更改会透露更多。</translation>
    </message>
    <message>
        <source>The profile was copied.</source>
        <translation>方案已复制。</translation>
    </message>
    <message>
        <source>The profile has another name.</source>
        <translation>方案已改名。</translation>
    </message>
    <message>
        <source>The profile is kept.</source>
        <translation>方案已保存。</translation>
    </message>
    <message>
        <source>Where to put the profile</source>
        <translation>方案放在哪里</translation>
    </message>
    <message>
        <source>Files of profiles (*.json)</source>
        <translation>方案文件 (*.json)</translation>
    </message>
    <message>
        <source>The profile was written: {path}</source>
        <translation>方案已写入：{path}</translation>
    </message>
    <message>
        <source>A file of profiles</source>
        <translation>方案文件</translation>
    </message>
    <message>
        <source>The profiles of the file are kept.</source>
        <translation>文件中的方案已保存。</translation>
    </message>
    <message>
        <source>Profile “{name}” deleted.</source>
        <translation>发布方案“{name}”已删除。</translation>
    </message>
</context>
<context>
    <name>ProofStep</name>
    <message>
        <source>Recovery words</source>
        <translation>恢复词</translation>
    </message>
    <message>
        <source>Type three of them from your paper.</source>
        <translation>请从纸上输入其中三个词。</translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation>再看一遍这些词</translation>
    </message>
    <message>
        <source>Word {number}</source>
        <translation>第 {number} 个词</translation>
    </message>
    <message>
        <source>Word {number} is another one.</source>
        <translation>第 {number} 个词不对。</translation>
    </message>
</context>
<context>
    <name>ProposalEdit</name>
    <message>
        <source>Names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>The same person?</source>
        <translation>是同一个人吗？</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Place as it was said</source>
        <translation>地点原文</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>罪名</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>罪名</translation>
    </message>
    <message>
        <source>+ Add &amp;charge</source>
        <translation>＋ 添加罪名(&amp;C)</translation>
    </message>
    <message>
        <source>Remove this charge</source>
        <translation>删除这项罪名</translation>
    </message>
    <message>
        <source>— choose —</source>
        <translation>— 请选择 —</translation>
    </message>
    <message>
        <source>No, a new person</source>
        <translation>不是，是另一个人</translation>
    </message>
    <message>
        <source>Somebody here has this name. Only you can say whether it is the same person.</source>
        <translation>这里已有人用这个姓名。是不是同一个人，只有你能判断。</translation>
    </message>
    <message>
        <source>The text does not say the year. Look at it.</source>
        <translation>文中没有写年份。请核对。</translation>
    </message>
    <message>
        <source>Say first whether it is the same person.</source>
        <translation>请先说明是不是同一个人。</translation>
    </message>
    <message>
        <source>Who?</source>
        <translation>是谁？</translation>
    </message>
    <message>
        <source>Say first whom it happened to.</source>
        <translation>请先说明发生在谁身上。</translation>
    </message>
    <message>
        <source>The text does not say for sure whom it means: it may be somebody who was not recognised. Only you can say, or leave the event out.</source>
        <translation>原文没有确切说明指谁：也可能是程序没有认出的人。只有你能判断，或者不采用这一事件。</translation>
    </message>
</context>
<context>
    <name>PublicationContents</name>
    <message>
        <source>What is published</source>
        <translation>发布的内容</translation>
    </message>
    <message>
        <source>These cases</source>
        <translation>这些个案</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部个案</translation>
    </message>
    <message>
        <source>Who may learn of them …</source>
        <translation>谁可以知道…</translation>
    </message>
    <message>
        <source>People to label instead of naming; Space ticks one</source>
        <translation>用代称而不写名的人；按空格键勾选</translation>
    </message>
    <message>
        <source>Cases: {count}</source>
        <translation>个案：{count}</translation>
    </message>
    <message>
        <source>Cases: all</source>
        <translation>个案：全部</translation>
    </message>
    <message>
        <source>People to label: {count}</source>
        <translation>用代称的人：{count}</translation>
    </message>
    <message>
        <source>Parts and figures: {count}</source>
        <translation>内容和统计：{count}</translation>
    </message>
    <message>
        <source>People you tick here get a label, in this publication and in every later one.</source>
        <translation>在此勾选的人使用代称，本次及以后每次发布均如此。</translation>
    </message>
</context>
<context>
    <name>PublicationView</name>
    <message>
        <source>What may leave</source>
        <translation>可以公开的内容</translation>
    </message>
    <message>
        <source>Language of the publication</source>
        <translation>出版物的语言</translation>
    </message>
    <message>
        <source>Title of the publication</source>
        <translation>出版物标题</translation>
    </message>
    <message>
        <source>Documented cases</source>
        <translation>个案记录</translation>
    </message>
    <message>
        <source>Tick at least one case, or choose All cases.</source>
        <translation>请至少勾选一宗个案，或选“全部个案”。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Write the PDF …</source>
        <translation>写出 PDF…</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Issue before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Making the preview</source>
        <translation>正在生成预览</translation>
    </message>
    <message>
        <source>Where to put the PDF</source>
        <translation>PDF 保存到哪里</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Printing and checking the pages</source>
        <translation>正在排版并检查页面</translation>
    </message>
    <message>
        <source>The PDF was written: {path}</source>
        <translation>PDF 已写出：{path}</translation>
    </message>
    <message>
        <source>The finished pages were opened again and checked. Its signature lies beside it.</source>
        <translation>完成的页面已重新打开检查。签名文件放在旁边。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s).</source>
        <translation>
            <numerusform>%n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Read all pages as a stranger would, before you pass them on.</source>
        <translation>转交之前，请像不了解个案的人那样，从第一页读到最后一页。</translation>
    </message>
    <message numerus="yes">
        <source>Answer %n kind(s) of risk …</source>
        <translation>
            <numerusform>说明%n类风险的理由…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write the PDF: %n people can be recognised …</source>
        <translation>
            <numerusform>写出 PDF：%n人可能被认出…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PublishView</name>
    <message>
        <source>Parts of the page</source>
        <translation>页面的各部分</translation>
    </message>
    <message>
        <source>New publication</source>
        <translation>新出版物</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
</context>
<context>
    <name>PublishedForm</name>
    <message>
        <source>the figure as a whole</source>
        <translation>整个数字</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A question that is kept under this name is compared</source>
        <translation>与以此名称保存的问题比较</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>As it was printed: 897, 93%, at least 1,021</source>
        <translation>按所印：897、93%、至少 1,021</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Of what: cases, persons, events</source>
        <translation>数的是什么：个案、人、事件</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Of all, or of the known: how many</source>
        <translation>占全部还是占已知：多少</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>As whoever published it says</source>
        <translation>按公布者的说法</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>For your desk. Never published.</source>
        <translation>供本台使用。绝不发布。</translation>
    </message>
    <message>
        <source>New published figure</source>
        <translation>新的公布数字</translation>
    </message>
    <message>
        <source>Published figure</source>
        <translation>公布的数字</translation>
    </message>
    <message>
        <source>Give the figure a name.</source>
        <translation>请给数字一个名称。</translation>
    </message>
    <message>
        <source>Say what was published.</source>
        <translation>请写明公布的是什么。</translation>
    </message>
</context>
<context>
    <name>PublishedView</name>
    <message>
        <source>Published figures</source>
        <translation>公布的数字</translation>
    </message>
    <message>
        <source>New published figure</source>
        <translation>新的公布数字</translation>
    </message>
    <message>
        <source>What others published, as it was printed. An import brings them too.</source>
        <translation>他人公布的数字，按所印原样。导入也会带来。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this published figure</source>
        <translation>删除这个公布的数字</translation>
    </message>
    <message>
        <source>Figure “{name}” deleted.</source>
        <translation>统计“{name}”已删除。</translation>
    </message>
</context>
<context>
    <name>Publishing</name>
    <message>
        <source>People are named; public facts only</source>
        <translation>写名；只含公开事实</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>name that is kept back</source>
        <translation>不公开的名字</translation>
    </message>
    <message>
        <source>part of a name</source>
        <translation>名字的一部分</translation>
    </message>
    <message>
        <source>place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>identity number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>number plate</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>e-mail address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>messenger or network handle</source>
        <translation>即时通讯或网络账号</translation>
    </message>
    <message>
        <source>bank card</source>
        <translation>银行卡</translation>
    </message>
    <message>
        <source>passport or travel permit</source>
        <translation>护照或通行证</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>IP or MAC address</source>
        <translation>IP 或 MAC 地址</translation>
    </message>
    <message>
        <source>may be a name</source>
        <translation>可能是姓名</translation>
    </message>
    <message>
        <source>long number</source>
        <translation>长号码</translation>
    </message>
    <message>
        <source>may be an address</source>
        <translation>可能是地址</translation>
    </message>
    <message>
        <source>chosen by a reader</source>
        <translation>由审阅者选定</translation>
    </message>
    <message>
        <source>answer to a question of the desk&apos;s own</source>
        <translation>对本台自己问题的回答</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>a source</source>
        <translation>消息来源</translation>
    </message>
    <message>
        <source>a place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>a way to reach somebody</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>a web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Dates by the month</source>
        <translation>日期只到月份</translation>
    </message>
    <message>
        <source>Dates by the year</source>
        <translation>日期只到年份</translation>
    </message>
    <message>
        <source>No dates</source>
        <translation>不写日期</translation>
    </message>
    <message>
        <source>Places by the prefecture</source>
        <translation>地点只到地级市</translation>
    </message>
    <message>
        <source>Places by the province</source>
        <translation>地点只到省</translation>
    </message>
    <message>
        <source>No places</source>
        <translation>不写地点</translation>
    </message>
    <message>
        <source>No charges</source>
        <translation>不写罪名</translation>
    </message>
    <message>
        <source>No sex</source>
        <translation>不写性别</translation>
    </message>
    <message>
        <source>No ages</source>
        <translation>不写年龄</translation>
    </message>
    <message>
        <source>No ethnic group</source>
        <translation>不写民族</translation>
    </message>
    <message>
        <source>No occupation</source>
        <translation>不写职业</translation>
    </message>
    <message>
        <source>No answers to the desk&apos;s own questions</source>
        <translation>不写对本台自己问题的回答</translation>
    </message>
    <message>
        <source>possible name</source>
        <translation>可能的人名</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>family</source>
        <translation>家人</translation>
    </message>
    <message>
        <source>changed since it was reviewed, or more of it would be told</source>
        <translation>审阅后有改动，或会透露更多内容</translation>
    </message>
    <message>
        <source>nothing drawn yet</source>
        <translation>尚未处理</translation>
    </message>
    <message>
        <source>drawn, not reviewed</source>
        <translation>已画框，未审阅</translation>
    </message>
    <message>
        <source>changed since it was reviewed</source>
        <translation>审阅后有改动</translation>
    </message>
    <message>
        <source>others may be seen: cover them or ask them</source>
        <translation>可能看得到其他人：请遮盖或征求同意</translation>
    </message>
    <message>
        <source>charge</source>
        <translation>罪名</translation>
    </message>
    <message>
        <source>All labelled but authorities; public and restricted facts</source>
        <translation>除机关外全部用代称；含公开和受保护事实</translation>
    </message>
    <message>
        <source>month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>未审阅</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已审阅</translation>
    </message>
    <message>
        <source>background (cause, religion, health and the like)</source>
        <translation>背景（所涉事由、宗教、健康等）</translation>
    </message>
    <message>
        <source>kinds of events</source>
        <translation>事件类型</translation>
    </message>
    <message>
        <source>details of events</source>
        <translation>事件细节</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>处罚</translation>
    </message>
    <message>
        <source>who else is named, such as a court</source>
        <translation>一并写明的其他方（如法院）</translation>
    </message>
    <message>
        <source>No background (cause, religion, health)</source>
        <translation>不含背景（所涉事由、宗教、健康）</translation>
    </message>
    <message>
        <source>No penalties</source>
        <translation>不含处罚</translation>
    </message>
    <message>
        <source>No details of events</source>
        <translation>不含事件细节</translation>
    </message>
    <message>
        <source>facts of people and events</source>
        <translation>人物和事件的内容</translation>
    </message>
    <message>
        <source>reviewed texts</source>
        <translation>审阅过的文本</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>ages</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>records of a stricter level</source>
        <translation>公开程度更严的记录</translation>
    </message>
    <message>
        <source>sensitive topics</source>
        <translation>敏感主题</translation>
    </message>
    <message>
        <source>words that no vocabulary knows</source>
        <translation>词表中没有的词</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>answers to the desk&apos;s own questions</source>
        <translation>自设问题的回答</translation>
    </message>
    <message>
        <source>roles that were withheld</source>
        <translation>此前不公开的角色</translation>
    </message>
    <message>
        <source>protected by the desk that sent the text</source>
        <translation>由发来文本的工作台保护</translation>
    </message>
</context>
<context>
    <name>QuestionAnswer</name>
    <message>
        <source>Where it is written</source>
        <translation>出现的句子</translation>
    </message>
    <message numerus="yes">
        <source>Keep in all %n texts</source>
        <translation>
            <numerusform>在全部 %n 篇文本中保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cover in all %n texts</source>
        <translation>
            <numerusform>在全部 %n 篇文本中遮盖</numerusform>
        </translation>
    </message>
    <message>
        <source>All ordinary words left: the same</source>
        <translation>余下的普通词语：相同回答</translation>
    </message>
    <message numerus="yes">
        <source>Keep the %n other words left, too</source>
        <translation>
            <numerusform>余下的 %n 个词也保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cover the %n other words left, too</source>
        <translation>
            <numerusform>余下的 %n 个词也遮盖</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>遮盖</translation>
    </message>
    <message>
        <source>Keep in all texts</source>
        <translation>在所有文本中保留</translation>
    </message>
    <message>
        <source>Cover in all texts</source>
        <translation>在所有文本中遮盖</translation>
    </message>
    <message>
        <source>Open the text</source>
        <translation>打开文本</translation>
    </message>
    <message>
        <source>I have read it: it may go out</source>
        <translation>我已读过：可以公开</translation>
    </message>
</context>
<context>
    <name>QuestionEdit</name>
    <message>
        <source>Count</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不划分</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>and by</source>
        <translation>再按</translation>
    </message>
    <message>
        <source>Per cent of</source>
        <translation>百分比分母</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>those of whom it is known</source>
        <translation>已知者</translation>
    </message>
    <message>
        <source>Bands begin at</source>
        <translation>分段起点</translation>
    </message>
    <message>
        <source>as usual, or 0, 120, 300</source>
        <translation>默认，或 0, 120, 300</translation>
    </message>
    <message>
        <source>As of which day</source>
        <translation>截至哪一天</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>As known on which day</source>
        <translation>以哪一天所知为准</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Hide counts smaller than</source>
        <translation>隐藏小于此数的数目</translation>
    </message>
    <message>
        <source>hide nothing</source>
        <translation>不隐藏</translation>
    </message>
    <message>
        <source>Say “at least”</source>
        <translation>注明“至少”</translation>
    </message>
    <message>
        <source>There may be more than was recorded</source>
        <translation>实际可能多于记录</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>As known on</source>
        <translation>以何日所知</translation>
    </message>
    <message>
        <source>Hide less than</source>
        <translation>隐藏小于</translation>
    </message>
</context>
<context>
    <name>QuestionForm</name>
    <message>
        <source>A line of text</source>
        <translation>一行文字</translation>
    </message>
    <message>
        <source>A longer text</source>
        <translation>较长的文字</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>A term of a vocabulary</source>
        <translation>词表中的词条</translation>
    </message>
    <message>
        <source>Ask it in at least one language.</source>
        <translation>请至少用一种语言提问。</translation>
    </message>
    <message>
        <source>Asked about</source>
        <translation>询问对象</translation>
    </message>
    <message>
        <source>An answer is</source>
        <translation>回答类型</translation>
    </message>
    <message>
        <source>Of which vocabulary</source>
        <translation>哪个词表</translation>
    </message>
    <message>
        <source>Also in the form</source>
        <translation>同时列入问卷</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>新问题</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Choose the vocabulary.</source>
        <translation>请选择词表。</translation>
    </message>
</context>
<context>
    <name>QuestionsView</name>
    <message>
        <source>Questions of your desk</source>
        <translation>本台的问题</translation>
    </message>
    <message>
        <source>New question</source>
        <translation>新问题</translation>
    </message>
    <message>
        <source>Asked about every case, person or event. What is answered is secret until you release it.</source>
        <translation>针对每宗个案、人员或事件提问。回答是保密的，除非你放开。</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>恢复询问</translation>
    </message>
    <message>
        <source>Ask this question earlier</source>
        <translation>把这个问题提前</translation>
    </message>
    <message>
        <source>Ask this question later</source>
        <translation>把这个问题移后</translation>
    </message>
    <message>
        <source>The order was changed.</source>
        <translation>顺序已更改。</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message numerus="yes">
        <source>answered in %n record(s)</source>
        <translation>
            <numerusform>%n 条记录有回答</numerusform>
        </translation>
    </message>
    <message>
        <source>It is asked no longer; its answers stay.</source>
        <translation>不再询问；已有的回答保留。</translation>
    </message>
    <message>
        <source>It is asked again.</source>
        <translation>已恢复询问。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ReadOutcomes</name>
    <message>
        <source>What became of each file; Return opens the review</source>
        <translation>每个文件的结果；按回车打开审阅</translation>
    </message>
    <message>
        <source>receipt in {file}</source>
        <translation>回执在 {file}</translation>
    </message>
    <message>
        <source>no receipt, as writing was cancelled before</source>
        <translation>没有回执，因为在此之前已取消</translation>
    </message>
    <message>
        <source>from {sender} ({trust})</source>
        <translation>来自 {sender}（{trust}）</translation>
    </message>
    <message>
        <source>Review {number}</source>
        <translation>审阅 {number}</translation>
    </message>
    <message>
        <source>not read, as reading was cancelled before</source>
        <translation>没有读取，因为在此之前已取消</translation>
    </message>
</context>
<context>
    <name>ReceiptLines</name>
    <message>
        <source>What the receipt says</source>
        <translation>回执的内容</translation>
    </message>
    <message>
        <source>A receipt says nothing about files of evidence or about sources sent by code name.</source>
        <translation>回执不说明证据文件，也不说明以代号交出的来源。</translation>
    </message>
    <message>
        <source>Receipt from {name} ({trust}), of {day} by the sender&apos;s clock.</source>
        <translation>来自{name}（{trust}）的回执，日期{day}（按发送者的时钟）。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of yours were accepted there. There is nothing to decide.</source>
        <translation>
            <numerusform>对方已接受你的 %n 条记录。没有什么需要你决定。</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} sent a newer receipt, of {day}. What follows is as of that one.</source>
        <translation>{name}在{day}发来了更新的回执。以下以那份回执为准。</translation>
    </message>
    <message>
        <source>{name} has all of this: {cases}</source>
        <translation>{name}已有全部内容：{cases}</translation>
    </message>
    <message>
        <source>You sent {case}. No receipt of {name} speaks of it.</source>
        <translation>你交出了{case}。{name}的回执没有提到它。</translation>
    </message>
    <message>
        <source>the file of {ref}</source>
        <translation>{ref} 的文件</translation>
    </message>
    <message>
        <source>{name} asks for {records}. Send them with the page Send a bundle.</source>
        <translation>{name}想要：{records}。请在“发送交接包”页面发出。</translation>
    </message>
    <message>
        <source>{name} has {case}, but {count} of its {all} records not in full: they changed here since, or parts of them were kept back.</source>
        <translation>{name}有{case}，但其 {all} 条记录中有 {count} 条并不齐全：此后这里有改动，或其中有内容未发出。</translation>
    </message>
</context>
<context>
    <name>ReceiveView</name>
    <message>
        <source>Bundles (*.hrdb)</source>
        <translation>交接包 (*.hrdb)</translation>
    </message>
    <message>
        <source>A folder …</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder of bundles</source>
        <translation>选择装有交接包的文件夹</translation>
    </message>
    <message>
        <source>Read the bundle</source>
        <translation>读取交接包</translation>
    </message>
    <message>
        <source>Nothing was read yet. A bundle changes no record before you accept it.</source>
        <translation>还没有读取过。在你接受之前，交接包不会改动任何记录。</translation>
    </message>
    <message>
        <source>Open the review</source>
        <translation>打开审阅</translation>
    </message>
    <message>
        <source>Read a bundle</source>
        <translation>读取交接包</translation>
    </message>
    <message>
        <source>Bundles that were read</source>
        <translation>读过的交接包</translation>
    </message>
    <message>
        <source>Folder of bundles</source>
        <translation>装有交接包的文件夹</translation>
    </message>
    <message>
        <source>Choose the file of the bundle.</source>
        <translation>请选择交接包文件。</translation>
    </message>
    <message>
        <source>The bundle is whole, and both signatures hold. Sender: {sender}</source>
        <translation>交接包完整，两个签名都有效。发送者：{sender}</translation>
    </message>
    <message>
        <source>Nothing was taken over yet.</source>
        <translation>还没有接收任何内容。</translation>
    </message>
    <message>
        <source>Bundle to read, or a folder of bundles</source>
        <translation>要读取的交接包，或装有交接包的文件夹</translation>
    </message>
    <message>
        <source>Accept all that is plain</source>
        <translation>全部接受简单的</translation>
    </message>
    <message>
        <source>Write the receipts …</source>
        <translation>写出回执…</translation>
    </message>
    <message>
        <source>For everybody of whom you accepted something since the last receipt</source>
        <translation>给自上次回执以来你接受过其内容的每个人</translation>
    </message>
    <message>
        <source>Looking through what waits</source>
        <translation>正在查看等待的内容</translation>
    </message>
    <message>
        <source>No other bundle waits for a look of its own.</source>
        <translation>没有其他交接包需要你亲自看。</translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>正在接收</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) were taken over.</source>
        <translation>
            <numerusform>接收了 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>What was here before stays in the history.</source>
        <translation>这里原有的内容保留在历史里。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait for a look of their own.</source>
        <translation>
            <numerusform>%n 条记录需要你亲自看。</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder for the receipts, on a stick</source>
        <translation>放回执的文件夹，在 U 盘上</translation>
    </message>
    <message>
        <source>Writing the receipts</source>
        <translation>正在写出回执</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) were written and read back.</source>
        <translation>
            <numerusform>写出了 %n 个回执，并已读回核对。</numerusform>
        </translation>
    </message>
    <message>
        <source>Their names say nothing; each opens for its recipient alone.</source>
        <translation>文件名不说明任何内容；每个只有其接收人能打开。</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be written: their lines say why.</source>
        <translation>
            <numerusform>%n 个无法写出：各自的行里说明了原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the bundles</source>
        <translation>正在读取交接包</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) were read.</source>
        <translation>
            <numerusform>读取了 %n 个交接包。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be read: their lines say why.</source>
        <translation>
            <numerusform>%n 个文件无法读取：各自的行里说明了原因。</numerusform>
        </translation>
    </message>
    <message>
        <source>Look through the review, then accept or reject.</source>
        <translation>请查看审阅，然后接受或拒绝。</translation>
    </message>
    <message numerus="yes">
        <source>It is a receipt: %n record(s) of yours were accepted there.</source>
        <translation>
            <numerusform>这是回执：对方已接受你的 %n 条记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to decide.</source>
        <translation>无需作出决定。</translation>
    </message>
    <message>
        <source>Of all bundles of verified senders: what is new, and what changes nothing that is here. All else waits for you.</source>
        <translation>所有已核实发送者的交接包中：新的，以及不更改本处任何内容的。其余一切等你亲自看。</translation>
    </message>
    <message>
        <source>Reading what the receipt says</source>
        <translation>正在读取回执的内容</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>What was published</source>
        <translation>已发布的内容</translation>
    </message>
    <message>
        <source>Record of the publication</source>
        <translation>出版记录</translation>
    </message>
    <message>
        <source>In which form</source>
        <translation>以何种形式</translation>
    </message>
    <message>
        <source>Tables, as a workbook (XLSX)</source>
        <translation>表格（XLSX 工作簿）</translation>
    </message>
    <message>
        <source>Tables, as a folder of CSV files</source>
        <translation>表格（CSV 文件夹）</translation>
    </message>
    <message>
        <source>List by months (Markdown)</source>
        <translation>按月列表（Markdown）</translation>
    </message>
    <message>
        <source>Figure cards, as a folder of JSON files</source>
        <translation>统计卡片（JSON 文件夹）</translation>
    </message>
    <message>
        <source>Only this month, as YYYY-MM</source>
        <translation>只列此月，格式 YYYY-MM</translation>
    </message>
    <message>
        <source>All months; or one, YYYY-MM</source>
        <translation>所有月份；或一个月，YYYY-MM</translation>
    </message>
    <message>
        <source>Write it for others …</source>
        <translation>写给他人…</translation>
    </message>
    <message>
        <source>Figure whose count a reviewer shall verify</source>
        <translation>由审核人核实其计数的统计数字</translation>
    </message>
    <message>
        <source>No figure was printed in it</source>
        <translation>其中没有印统计</translation>
    </message>
    <message>
        <source>Opening for a reviewer …</source>
        <translation>给审核人的开示文件…</translation>
    </message>
    <message>
        <source>Check a PDF …</source>
        <translation>检查 PDF…</translation>
    </message>
    <message>
        <source>The vault keeps what was published, and who bore which label. The files hold neither.</source>
        <translation>保险库保存发布过的内容，以及谁使用了哪个代称。发布的文件中两者都没有。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Published by {who} on {day}, as of {as_of}</source>
        <translation>由 {who} 于 {day} 发布，截至 {as_of}</translation>
    </message>
    <message>
        <source>Profile: {profile}</source>
        <translation>发布方案：{profile}</translation>
    </message>
    <message>
        <source>Issue {issue}; it corrects publication {number}</source>
        <translation>第 {issue} 期；更正第 {number} 号出版物</translation>
    </message>
    <message>
        <source>Issue {issue}; it follows publication {number}</source>
        <translation>第 {issue} 期；接续第 {number} 号出版物</translation>
    </message>
    <message>
        <source>Signed by the key {key}</source>
        <translation>签名密钥 {key}</translation>
    </message>
    <message>
        <source>Cases: {cases}</source>
        <translation>个案：{cases}</translation>
    </message>
    <message>
        <source>{label} is {name}</source>
        <translation>{label}是{name}</translation>
    </message>
    <message>
        <source>Text of {ref}, reviewed by {who}</source>
        <translation>{ref} 的文字，由 {who} 审阅</translation>
    </message>
    <message>
        <source>Figure {number}: {name}</source>
        <translation>统计 {number}：{name}</translation>
    </message>
    <message>
        <source>Choose the PDF</source>
        <translation>选择 PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Checking the pages</source>
        <translation>正在检查页面</translation>
    </message>
    <message>
        <source>Do not publish {path}:</source>
        <translation>不要发布 {path}：</translation>
    </message>
    <message>
        <source>Nothing was found that must not be there: {path}</source>
        <translation>没有发现不该有的内容：{path}</translation>
    </message>
    <message>
        <source>Look at this before you pass {path} on:</source>
        <translation>转交 {path} 之前请查看：</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s).</source>
        <translation>
            <numerusform>%n 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Markdown files (*.md)</source>
        <translation>Markdown 文件 (*.md)</translation>
    </message>
    <message>
        <source>Name of the new folder</source>
        <translation>新文件夹的名称</translation>
    </message>
    <message>
        <source>Where to put the file</source>
        <translation>文件保存到哪里</translation>
    </message>
    <message>
        <source>Where to put the opening</source>
        <translation>开示文件保存到哪里</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 文件 (*.json)</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>已写出：{path}</translation>
    </message>
    <message>
        <source>It holds what the publication holds, and is not encrypted.</source>
        <translation>其中的内容与出版物相同，没有加密。</translation>
    </message>
    <message>
        <source>This vault has no record of a publication.</source>
        <translation>这个保险库里没有出版记录。</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Kind of facility</source>
        <translation>关押场所类型</translation>
    </message>
    <message>
        <source>Person or group</source>
        <translation>个人或群体</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>引证</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>取得时间</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>网页地址</translation>
    </message>
    <message>
        <source>To which body</source>
        <translation>向哪个机构</translation>
    </message>
    <message>
        <source>Age as reported</source>
        <translation>报告的年龄</translation>
    </message>
    <message>
        <source>Age reported for</source>
        <translation>年龄所指的日期</translation>
    </message>
    <message>
        <source>Other words for it</source>
        <translation>其他说法</translation>
    </message>
    <message>
        <source>What is to be seen</source>
        <translation>画面内容</translation>
    </message>
    <message>
        <source>What the review of these words covers</source>
        <translation>对这些文字的审阅所涵盖的内容</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>Archived copy</source>
        <translation>存档副本</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>请求内容</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>查询什么</translation>
    </message>
    <message>
        <source>How it is asserted</source>
        <translation>确定程度</translation>
    </message>
    <message>
        <source>In print</source>
        <translation>发布时的说法</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>内容块</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>遮盖框</translation>
    </message>
    <message>
        <source>Who is covered</source>
        <translation>谁被遮住</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>图片说明</translation>
    </message>
    <message>
        <source>What the review of the caption covers</source>
        <translation>对图片说明的审阅所涵盖的内容</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>拍摄或录制时间</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Shows or names</source>
        <translation>拍到或提到</translation>
    </message>
    <message>
        <source>Others visible</source>
        <translation>画面中的其他人</translation>
    </message>
    <message>
        <source>Others are covered</source>
        <translation>其他人已遮住</translation>
    </message>
    <message>
        <source>Captions of the evidence</source>
        <translation>证据的图片说明</translation>
    </message>
    <message>
        <source>Whom it showed</source>
        <translation>当时拍到的人</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>罪名</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Code name</source>
        <translation>代号</translation>
    </message>
    <message>
        <source>Confidential until</source>
        <translation>保密至</translation>
    </message>
    <message>
        <source>Their own consent to be named</source>
        <translation>本人同意具名</translation>
    </message>
    <message>
        <source>Words in print</source>
        <translation>发布用语</translation>
    </message>
    <message>
        <source>Informed consent</source>
        <translation>知情同意</translation>
    </message>
    <message>
        <source>Custody log of another desk</source>
        <translation>另一工作台的保管记录</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>Decision about a place</source>
        <translation>对一处文字的决定</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>定义</translation>
    </message>
    <message>
        <source>Denominator</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>Derived from</source>
        <translation>派生自</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Protect this name</source>
        <translation>保护此姓名</translation>
    </message>
    <message>
        <source>Why the name is protected no more</source>
        <translation>姓名为何不再受保护</translation>
    </message>
    <message>
        <source>Disability</source>
        <translation>残疾</translation>
    </message>
    <message>
        <source>Answer due</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Embargo until</source>
        <translation>发布禁期至</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Measure of custody</source>
        <translation>羁押措施</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>来自何人</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Interviewer</source>
        <translation>访谈人</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>已并入</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留的</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Import key</source>
        <translation>导入键</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>First-hand or not</source>
        <translation>是否亲历</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Link to an event</source>
        <translation>与事件的关联</translation>
    </message>
    <message>
        <source>Where in the source</source>
        <translation>在来源中的位置</translation>
    </message>
    <message>
        <source>Code elsewhere</source>
        <translation>其他代码</translation>
    </message>
    <message>
        <source>Type of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>How they told it</source>
        <translation>告知途径</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>被合并的</translation>
    </message>
    <message>
        <source>Data in the file</source>
        <translation>文件所含数据</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>From, as it was said</source>
        <translation>来自（原话）</translation>
    </message>
    <message>
        <source>Citizenship</source>
        <translation>国籍</translation>
    </message>
    <message>
        <source>Narrative</source>
        <translation>叙述</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Text that was read</source>
        <translation>审阅时的文本</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Asked about</source>
        <translation>询问对象</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>何人</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>处罚</translation>
    </message>
    <message>
        <source>Place as it was said</source>
        <translation>原文所述地点</translation>
    </message>
    <message>
        <source>Place in the form</source>
        <translation>在表中的位置</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>出版者</translation>
    </message>
    <message>
        <source>How it is asked</source>
        <translation>查询方式</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>对方编号</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>No longer used</source>
        <translation>不再使用</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>群体人数</translation>
    </message>
    <message>
        <source>Size, at most</source>
        <translation>人数上限</translation>
    </message>
    <message>
        <source>Size, at least</source>
        <translation>人数下限</translation>
    </message>
    <message>
        <source>Supports or contradicts</source>
        <translation>支持或反驳</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Country whose law counts</source>
        <translation>适用哪国法律</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>文本的语言</translation>
    </message>
    <message>
        <source>Other text</source>
        <translation>其他文本</translation>
    </message>
    <message>
        <source>When it was reviewed</source>
        <translation>审阅时间</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Who may learn of it</source>
        <translation>谁可以知道</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>What the review covers</source>
        <translation>审阅所涵盖的内容</translation>
    </message>
    <message>
        <source>Who reviewed it</source>
        <translation>审阅人</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Saved search, figure or profile</source>
        <translation>保存的搜索、统计或发布方案</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Note on informed consent</source>
        <translation>知情同意的备注</translation>
    </message>
    <message>
        <source>Review of a text</source>
        <translation>文本的审阅</translation>
    </message>
    <message>
        <source>Review of a picture</source>
        <translation>图片的审阅</translation>
    </message>
    <message>
        <source>public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>受保护</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>拉丁文</translation>
    </message>
    <message>
        <source>Chinese, simplified</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Chinese, traditional</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Arabic (Uyghur, Kazakh)</source>
        <translation>阿拉伯字母（维吾尔文、哈萨克文）</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>藏文</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>蒙古文</translation>
    </message>
    <message>
        <source>Cyrillic</source>
        <translation>西里尔文</translation>
    </message>
    <message>
        <source>{merged} becomes a part of {kept}</source>
        <translation>{merged} 并入 {kept}</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>pictures: yes</source>
        <translation>图片：是</translation>
    </message>
    <message>
        <source>pictures: no</source>
        <translation>图片：否</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>RecycleView</name>
    <message>
        <source>What was deleted stays in the vault until it is forgotten. It comes back as it was, with what was deleted or changed together with it and is untouched since.</source>
        <translation>已删除的内容留在保险库中，直到被清除。恢复时与原来一样，连同一起删除或改动、此后未再变动的内容。</translation>
    </message>
    <message>
        <source>Which kind of records</source>
        <translation>哪一类记录</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有种类</translation>
    </message>
    <message>
        <source>Deleted records</source>
        <translation>已删除的记录</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Bring back the record that is selected</source>
        <translation>恢复所选的记录</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Show the history of the record that is selected</source>
        <translation>显示所选记录的历史</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>forgotten</source>
        <translation>已清除</translation>
    </message>
    <message numerus="yes">
        <source>These are the last %n; the command line lists all.</source>
        <translation>
            <numerusform>这是最近的 %n 条；命令行可列出全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing here was deleted.</source>
        <translation>这里没有已删除的内容。</translation>
    </message>
    <message>
        <source>It is back as it was: {what}</source>
        <translation>已原样恢复：{what}</translation>
    </message>
</context>
<context>
    <name>RelationEdit</name>
    <message>
        <source>the relation as a whole</source>
        <translation>整个关系</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对谁</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>至</translation>
    </message>
    <message>
        <source>How sure is it</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>For your desk. Never published.</source>
        <translation>供本台使用。绝不发布。</translation>
    </message>
    <message>
        <source>New relation</source>
        <translation>新建关系</translation>
    </message>
    <message>
        <source>Choose the person from the list, or add them on the page People first.</source>
        <translation>请从列表中选择，或先在“人员”页添加。</translation>
    </message>
    <message>
        <source>Say what kind of relation it is.</source>
        <translation>请说明是什么关系。</translation>
    </message>
    <message>
        <source>Nobody is related to themselves.</source>
        <translation>没有人与自己有关系。</translation>
    </message>
    <message>
        <source>It reads</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Swap both sides</source>
        <translation>对调双方</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
</context>
<context>
    <name>ReportForm</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Title of the report</source>
        <translation>报告的标题</translation>
    </message>
    <message>
        <source>Give the report a title.</source>
        <translation>请给报告写上标题。</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副标题</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>内容块</translation>
    </message>
    <message>
        <source>Name that later reports of the row share</source>
        <translation>以后同一系列的报告共用的名称</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>en zh-Hans</source>
        <translation>en zh-Hans</translation>
    </message>
    <message>
        <source>Data as of</source>
        <translation>数据截至</translation>
    </message>
    <message>
        <source>Embargo until</source>
        <translation>发布禁期至</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>For printing</source>
        <translation>印制时使用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>For your desk. Never published.</source>
        <translation>供本台使用，从不发布。</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新建报告</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
</context>
<context>
    <name>ReportRecordList</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新建报告</translation>
    </message>
    <message>
        <source>What you write to be published. It cannot be printed yet; nothing of it is published.</source>
        <translation>你写来发布的内容。目前还不能印制，其中任何内容都不会发布。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this report</source>
        <translation>删除这份报告</translation>
    </message>
    <message>
        <source>Block {number}: {ref} leads to no record, or to several.</source>
        <translation>第 {number} 块：{ref} 找不到记录，或对应多条记录。</translation>
    </message>
    <message>
        <source>blocks: {count}</source>
        <translation>内容块：{count}</translation>
    </message>
    <message>
        <source>Report “{name}” deleted.</source>
        <translation>报告“{name}”已删除。</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>The program made a mistake</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>The vault was locked at once. What was saved before is safe; the last step was undone. The report below names places in the program only, no person and no case. If you can, give it to whoever gave you the program.</source>
        <translation>保险库已立即锁定。之前保存的内容都在；最后一步已撤回。下面的报告只写出程序中的位置，不含任何人和个案。如果可以，请把它交给给你程序的人。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>ReportsView</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>新建报告</translation>
    </message>
</context>
<context>
    <name>RestoreView</name>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Makes a vault of a backup, on any computer. It goes on with your identity and your contacts. Go on with this vault only.</source>
        <translation>用备份建立保险库，在任何电脑上都可以。身份和联系人都会延续。请只用这个保险库继续工作。</translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation>备份文件</translation>
    </message>
    <message>
        <source>Folder of the new vault</source>
        <translation>新保险库的文件夹</translation>
    </message>
    <message>
        <source>Passphrase that the vault had then</source>
        <translation>保险库当时的口令</translation>
    </message>
    <message>
        <source>The 24 recovery words that it had then</source>
        <translation>保险库当时的 24 个恢复词</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>恢复词</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Choose the file of the backup.</source>
        <translation>请选择备份文件。</translation>
    </message>
    <message>
        <source>Say in which new folder the vault shall lie.</source>
        <translation>请说明保险库放在哪个新文件夹。</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>The vault was restored, and a new life of it began.</source>
        <translation>保险库已恢复，开始了新的生命。</translation>
    </message>
    <message>
        <source>Whatever was done elsewhere after the backup is not in it.</source>
        <translation>备份之后在别处所做的不在其中。</translation>
    </message>
    <message>
        <source>Go on with this vault only.</source>
        <translation>请只用这个保险库继续工作。</translation>
    </message>
    <message>
        <source>The vault was restored as far as the backup was whole.</source>
        <translation>保险库已按备份的完整部分恢复。</translation>
    </message>
    <message>
        <source>Parts of it that are damaged: {count}.</source>
        <translation>其中损坏的部分：{count}。</translation>
    </message>
    <message>
        <source>Check the vault in the settings.</source>
        <translation>请在设置中检查保险库。</translation>
    </message>
</context>
<context>
    <name>ReviewNotices</name>
    <message numerus="yes">
        <source>%n record(s) that are here would be deleted, as the sender deleted them.</source>
        <translation>
            <numerusform>这里的 %n 条记录会被删除，因为发送者删除了它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would let more people see what is here. The level that they have here stays unless you say yes to that in particular.</source>
        <translation>
            <numerusform>%n 条记录会让更多人看到这里已有的内容。除非你专门同意，否则保留这里的级别。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) would change who is in them, their case, or what kind of party they are; that can open them. They stay as they are unless you say yes to that in particular.</source>
        <translation>
            <numerusform>%n 条记录会改变其中的人员、所属个案或当事方的类型，可能因此让更多人看到。除非你专门同意，否则保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) that you deleted would come back, no more open than before.</source>
        <translation>
            <numerusform>你删除的 %n 条记录会恢复，可见范围不超过从前。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) arrive as public: what is public of them, anybody may read.</source>
        <translation>
            <numerusform>%n 条记录以公开级别到来：其中公开的内容任何人都可以读。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewParts</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>In the bundle</source>
        <translation>交接包里</translation>
    </message>
    <message>
        <source>The record field by field, here and in the bundle</source>
        <translation>逐字段对照：这里与交接包里</translation>
    </message>
    <message>
        <source>Merged here into</source>
        <translation>已在这里合并到</translation>
    </message>
    <message>
        <source>{level} (nobody chose)</source>
        <translation>{level}（无人设定）</translation>
    </message>
    <message>
        <source>The file itself</source>
        <translation>文件本身</translation>
    </message>
    <message>
        <source>before: {value}</source>
        <translation>之前：{value}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>did not come along</source>
        <translation>没有随交接包一起来</translation>
    </message>
    <message>
        <source>in the bundle</source>
        <translation>在交接包里</translation>
    </message>
    <message>
        <source>here already</source>
        <translation>这里已有</translation>
    </message>
    <message>
        <source>not here: only its hash came</source>
        <translation>不在这里：只收到哈希值</translation>
    </message>
    <message>
        <source>only its hash came; a file of that hash is here under another record</source>
        <translation>只有哈希值；库中另一条记录有同一哈希值的文件</translation>
    </message>
</context>
<context>
    <name>ReviewQueue</name>
    <message>
        <source>Bundles that were read; Return opens the review</source>
        <translation>读取过的交接包；按回车打开审阅</translation>
    </message>
    <message>
        <source>Review {number}</source>
        <translation>审阅 {number}</translation>
    </message>
    <message>
        <source>from {sender} ({trust})</source>
        <translation>来自 {sender}（{trust}）</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) wait</source>
        <translation>
            <numerusform>%n 条记录待处理</numerusform>
        </translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>回执</translation>
    </message>
</context>
<context>
    <name>ReviewTableModel</name>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>taken over</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who may learn of it</source>
        <translation>谁可以知道</translation>
    </message>
    <message>
        <source>In no case</source>
        <translation>不属于任何个案</translation>
    </message>
    <message>
        <source>merged here</source>
        <translation>已在这里合并</translation>
    </message>
    <message>
        <source>deleted here</source>
        <translation>已在这里删除</translation>
    </message>
    <message>
        <source>comes back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>{level}, fields looser</source>
        <translation>{level}，有字段放宽</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>needs a look: {why}</source>
        <translation>需要查看：{why}</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Where both sides changed</source>
        <translation>两边都改过的地方</translation>
    </message>
    <message>
        <source>Where both sides changed: choose</source>
        <translation>两边都改过的：请选择</translation>
    </message>
    <message>
        <source>Where both sides changed: take theirs</source>
        <translation>两边都改过的：用对方的</translation>
    </message>
    <message>
        <source>Where both sides changed: keep ours</source>
        <translation>两边都改过的：保留我方的</translation>
    </message>
    <message>
        <source>Accept what is selected</source>
        <translation>接受选中的</translation>
    </message>
    <message>
        <source>Reject …</source>
        <translation>拒绝…</translation>
    </message>
    <message>
        <source>Undo the acceptance</source>
        <translation>撤销接受</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>回到列表</translation>
    </message>
    <message>
        <source>Next that needs me</source>
        <translation>下一个需要我的</translation>
    </message>
    <message>
        <source>Records of the bundle</source>
        <translation>交接包中的记录</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>两边都改过</translation>
    </message>
    <message>
        <source>Person or group</source>
        <translation>个人或群体</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Review {number}</source>
        <translation>审阅 {number}</translation>
    </message>
    <message>
        <source>from {sender} ({trust}), {day} by the sender&apos;s clock, {state}</source>
        <translation>来自 {sender}（{trust}），发送者的日期 {day}，{state}</translation>
    </message>
    <message numerus="yes">
        <source>Accept all (%n)</source>
        <translation>
            <numerusform>全部接受（%n）</numerusform>
        </translation>
    </message>
    <message>
        <source>Select records that wait.</source>
        <translation>请选择待处理的记录。</translation>
    </message>
    <message numerus="yes">
        <source>The sender has taken over %n record(s) of yours.</source>
        <translation>
            <numerusform>发送者已收下你的 %n 条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sender asks for %n record(s): see Send a bundle.</source>
        <translation>
            <numerusform>发送者请求 %n 条记录：见“发送交接包”。</numerusform>
        </translation>
    </message>
    <message>
        <source>Taking over</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>The records were taken over.</source>
        <translation>记录已接收。</translation>
    </message>
    <message>
        <source>What was here before stays in the history.</source>
        <translation>原来的内容保留在历史中。</translation>
    </message>
    <message>
        <source>Reject what still waits? What was accepted stays. The bundle can be read again.</source>
        <translation>拒绝仍待处理的内容？已接受的保留。交接包可以再次读取。</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不改</translation>
    </message>
    <message>
        <source>Keep ours</source>
        <translation>保留我们的</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>In the selected fields, what is here stays</source>
        <translation>在选中的字段里，保留这里的内容</translation>
    </message>
    <message>
        <source>In the selected fields, what is in the bundle stands</source>
        <translation>在选中的字段里，采用交接包里的内容</translation>
    </message>
    <message>
        <source>restricted → public</source>
        <translation>受保护 → 公开</translation>
    </message>
    <message numerus="yes">
        <source>Also take what can let more people see %n record(s)</source>
        <translation>
            <numerusform>连同可能让更多人看到 %n 条记录的改动一起接收</numerusform>
        </translation>
    </message>
    <message>
        <source>More people may see what you keep closed here, also in what you publish. Take the sender&apos;s levels, people, cases and kinds?</source>
        <translation>你在这里不公开的内容可能被更多人看到，也可能出现在你发布的内容里。要采用发送人的可见范围、人员、个案和类型吗？</translation>
    </message>
    <message>
        <source>Take them</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>What waited was rejected.</source>
        <translation>待处理的内容已拒绝。</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>The acceptance was undone; the records wait again.</source>
        <translation>已撤销接受；记录重新待处理。</translation>
    </message>
</context>
<context>
    <name>Reviews</name>
    <message>
        <source>waits for you</source>
        <translation>等你处理</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>handed off and forgotten</source>
        <translation>已交接并清除</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新的</translation>
    </message>
    <message>
        <source>as it is here</source>
        <translation>与这里相同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>changed on both sides</source>
        <translation>两边都改过</translation>
    </message>
    <message>
        <source>Nothing of it is plain: the sender&apos;s words were not compared.</source>
        <translation>其中没有简单的：尚未核对发送者的词。</translation>
    </message>
    <message>
        <source>Nothing of it is plain: its notice asks for an answer first.</source>
        <translation>其中没有简单的：它的提示需要先弄清楚。</translation>
    </message>
    <message>
        <source>Nothing of it is plain: it brings news of contacts.</source>
        <translation>其中没有简单的：它带来联系人的消息。</translation>
    </message>
    <message>
        <source>%n to look at</source>
        <translation>%n 条需要亲自看</translation>
    </message>
    <message>
        <source>%n new</source>
        <translation>%n 条新的</translation>
    </message>
    <message>
        <source>%n changed</source>
        <translation>%n 条有改动</translation>
    </message>
    <message>
        <source>%n changed on both sides</source>
        <translation>%n 条两边都改过</translation>
    </message>
    <message>
        <source>%n deleted by the sender</source>
        <translation>%n 条被发送者删除</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>没有新内容</translation>
    </message>
    <message>
        <source>%n would open something</source>
        <translation>%n 条会公开内容</translation>
    </message>
    <message>
        <source>%n would come back</source>
        <translation>%n 条会重新出现</translation>
    </message>
    <message>
        <source>%n arrive as public</source>
        <translation>%n 条以公开级别到达</translation>
    </message>
    <message>
        <source>%n asked for</source>
        <translation>对方想要 %n 条</translation>
    </message>
    <message>
        <source>contacts: %n</source>
        <translation>联系人：%n</translation>
    </message>
    <message>
        <source>notices: %n</source>
        <translation>提示：%n</translation>
    </message>
    <message>
        <source>%n here already</source>
        <translation>%n 条这里已有</translation>
    </message>
    <message>
        <source>Records that kept the stricter level that they have here: %n.</source>
        <translation>保留了这里较严级别的记录：%n 条。</translation>
    </message>
    <message>
        <source>Records that stay beside the one that they were merged into: %n. A text of both would be too long. Shorten one of the two, and they become one.</source>
        <translation>留在所并入的记录旁边的记录：%n 条。两者合在一起的文本会太长。缩短其中一个，它们就合为一条。</translation>
    </message>
    <message>
        <source>all plain</source>
        <translation>全部简单</translation>
    </message>
</context>
<context>
    <name>RiskAnswers</name>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason: {risk}</source>
        <translation>理由：{risk}</translation>
    </message>
    <message numerus="yes">
        <source>%n people under a label can be recognised</source>
        <translation>
            <numerusform>%n名使用代称的人可能被认出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people were named in an earlier publication: a label does not hide them now</source>
        <translation>
            <numerusform>%n人在既往发布中已写明姓名：代称已不能隐藏其身份</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people stood without names in an earlier publication, and are named here</source>
        <translation>
            <numerusform>%n人在既往发布中未写明姓名，本次写明</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) tell more than the facts do</source>
        <translation>
            <numerusform>%n段文本透露的内容多于事实部分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of things are left out</source>
        <translation>
            <numerusform>有%n类内容未予收录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n script(s) or character(s) have no font</source>
        <translation>
            <numerusform>%n种文字或字符没有字体</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) hold facts that only one confidential source told</source>
        <translation>
            <numerusform>%n宗个案含有仅由一位保密来源提供的事实</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why you publish each one all the same. The vault keeps your reasons.</source>
        <translation>请逐项说明为何仍要发布。理由保存在保险库中。</translation>
    </message>
    <message>
        <source>People are named whom nobody asked, and whom no public document names: {people}</source>
        <translation>有人被具名，而没有人询问过其意见，也没有公开文件提到其姓名：{people}</translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) differ by fewer than five from an earlier publication</source>
        <translation>
            <numerusform>%n项统计与既往发布相差不到五</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n figure(s) reveal fewer than five when readers subtract another count</source>
        <translation>
            <numerusform>%n项统计可与其他数字相减而推知小于五的数字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of facts have more detail than in the issue before</source>
        <translation>
            <numerusform>%n 类内容比上一期更细</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed place(s) decide what is printed</source>
        <translation>
            <numerusform>%n个改过的地点决定印出什么</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoleRow</name>
    <message>
        <source>Person or group</source>
        <translation>个人或群体</translation>
    </message>
    <message>
        <source>Role in the event</source>
        <translation>在事件中的角色</translation>
    </message>
    <message>
        <source>Several people are in this case. Choose the one to whom it happened, or remove the line.</source>
        <translation>这宗个案涉及几个人。请选择事件发生在谁身上，或者去掉这一行。</translation>
    </message>
    <message>
        <source>What is new: person, authority …</source>
        <translation>新建的是什么：个人、机关……</translation>
    </message>
    <message>
        <source>Role in the case</source>
        <translation>在个案中的角色</translation>
    </message>
    <message>
        <source>New here. Choose what it is, and its role in the case:</source>
        <translation>此处新建。请选择类别及其在个案中的角色：</translation>
    </message>
    <message>
        <source>person, authority …</source>
        <translation>个人、机关……</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Say what “{name}” is: a person, a group, an authority.</source>
        <translation>请说明“{name}”是什么：个人、群体还是机关。</translation>
    </message>
    <message>
        <source>Say which role “{name}” has in this case.</source>
        <translation>请说明“{name}”在本个案中的角色。</translation>
    </message>
    <message>
        <source>Choose the role of this person in the event.</source>
        <translation>请选择此人在该事件中的角色。</translation>
    </message>
    <message>
        <source>“{name}” is not in this vault. Choose a person from the list, or “+ New”.</source>
        <translation>保险库中没有“{name}”。请从列表中选择，或选“＋ 新建”。</translation>
    </message>
</context>
<context>
    <name>RolesEdit</name>
    <message>
        <source>+ Add pers&amp;on</source>
        <translation>＋ 添加人员(&amp;O)</translation>
    </message>
    <message>
        <source>Remove this person from the event</source>
        <translation>把此人从事件中移除</translation>
    </message>
</context>
<context>
    <name>RotatingView</name>
    <message>
        <source>Making the new data key</source>
        <translation>正在生成新的数据密钥</translation>
    </message>
    <message>
        <source>All pages come back when it is done. You can break it off below, lock, or close the window: everything is then as it was before, and the new recovery words open nothing.</source>
        <translation>完成后所有页面都会回来。你可以在下方中止、锁定或关闭窗口：一切都和之前一样，新的恢复词什么也打不开。</translation>
    </message>
    <message>
        <source>The vault has a new data key.</source>
        <translation>保险库有了新的数据密钥。</translation>
    </message>
    <message>
        <source>From now on the new recovery words count.</source>
        <translation>从现在起用新的恢复词。</translation>
    </message>
    <message>
        <source>Make a new backup, and destroy the old ones: they still open as before.</source>
        <translation>请制作新的备份，并销毁旧的备份：它们仍然和以前一样能打开。</translation>
    </message>
</context>
<context>
    <name>SavedSearchesView</name>
    <message>
        <source>Saved searches</source>
        <translation>已保存的搜索</translation>
    </message>
    <message>
        <source>Delete the saved search</source>
        <translation>删除已保存的搜索</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>搜索的名称</translation>
    </message>
    <message>
        <source>Name, to keep the search</source>
        <translation>命名以保存搜索</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the search under this name</source>
        <translation>以此名称保存搜索</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Give the saved search this name</source>
        <translation>把已保存的搜索改为此名称</translation>
    </message>
    <message>
        <source>Type a word, or choose a filter.</source>
        <translation>请输入词语，或选择筛选条件。</translation>
    </message>
    <message>
        <source>The search is kept: what it asks, not what it finds.</source>
        <translation>搜索已保存：保存的是条件，不是结果。</translation>
    </message>
    <message>
        <source>The saved search has another name.</source>
        <translation>已保存的搜索已改名。</translation>
    </message>
    <message>
        <source>Saved search “{name}” deleted.</source>
        <translation>已存搜索“{name}”已删除。</translation>
    </message>
</context>
<context>
    <name>SearchFilter</name>
    <message>
        <source>Only of this kind</source>
        <translation>只限此类</translation>
    </message>
    <message>
        <source>any kind</source>
        <translation>任何种类</translation>
    </message>
    <message>
        <source>An event that may fall into this period</source>
        <translation>可能发生在此期间的事件</translation>
    </message>
    <message>
        <source>An event at this place, or in it</source>
        <translation>在此地点或其范围内的事件</translation>
    </message>
    <message>
        <source>An event with this charge</source>
        <translation>有此罪名的事件</translation>
    </message>
    <message>
        <source>What happened, how, or an occupation, cause or religion</source>
        <translation>发生了什么、如何发生，或职业、事业、宗教</translation>
    </message>
    <message>
        <source>A case with this tag</source>
        <translation>有此标签的个案</translation>
    </message>
    <message>
        <source>Only of this level</source>
        <translation>只限此级别</translation>
    </message>
    <message>
        <source>any level</source>
        <translation>任何级别</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>罪名</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Where people are</source>
        <translation>人在何处</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Kept under a name</source>
        <translation>以名称保存</translation>
    </message>
    <message>
        <source>Type a word, or choose a filter.</source>
        <translation>请输入词语，或选择筛选条件。</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>正在搜索……</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message numerus="yes">
        <source>The first %n; type more, or choose a filter.</source>
        <translation>
            <numerusform>仅显示前 %n 条；请输入更多内容，或选择筛选条件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n filter(s)</source>
        <translation>
            <numerusform>%n 个筛选条件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>罪名</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>as of {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>as known on {day}</source>
        <translation>按 {day} 所知</translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show what is typed: {what}</source>
        <translation>显示输入的内容：{what}</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendView</name>
    <message>
        <source>For whom; Space ticks one</source>
        <translation>给谁；按空格勾选</translation>
    </message>
    <message>
        <source>No contact is verified yet. Add a contact card and compare the words first.</source>
        <translation>还没有核实过的联系人。请先添加名片并核对词。</translation>
    </message>
    <message>
        <source>To the contacts</source>
        <translation>去联系人</translation>
    </message>
    <message>
        <source>These cases, with all that belongs to them</source>
        <translation>这些个案，以及属于它们的一切</translation>
    </message>
    <message>
        <source>Folder for the bundle, on a stick</source>
        <translation>交接包的文件夹，在 U 盘上</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>写出交接包</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>给谁</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>写到哪里</translation>
    </message>
    <message>
        <source>The file gets a name that says nothing. It is complete, or not there.</source>
        <translation>文件名不说明任何内容。文件要么完整，要么不存在。</translation>
    </message>
    <message>
        <source>What goes along</source>
        <translation>带上什么</translation>
    </message>
    <message>
        <source>no receipt yet</source>
        <translation>还没有回执</translation>
    </message>
    <message>
        <source>receipt of {day}</source>
        <translation>{day} 的回执</translation>
    </message>
    <message>
        <source>the file of {ref}</source>
        <translation>{ref} 的文件</translation>
    </message>
    <message>
        <source>{name} asks for: {refs}</source>
        <translation>{name} 请求：{refs}</translation>
    </message>
    <message>
        <source>Ask for nothing any more</source>
        <translation>不再请求</translation>
    </message>
    <message>
        <source>You ask {name} for: {refs}</source>
        <translation>你向 {name} 请求：{refs}</translation>
    </message>
    <message>
        <source>It becomes {size}: {records}, {cases}, {files}.</source>
        <translation>写出后为 {size}：{records}，{cases}，{files}。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n 宗个案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}: nothing was acknowledged yet, so all of it goes.</source>
        <translation>{names}：还没有任何回执，所以带上全部。</translation>
    </message>
    <message>
        <source>What came from them goes unsaid: a receipt is for one alone.</source>
        <translation>从他们那里收到的内容不会提及：回执只给一个人。</translation>
    </message>
    <message numerus="yes">
        <source>%n own term(s)</source>
        <translation>
            <numerusform>%n 条自定词条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n custody log(s)</source>
        <translation>
            <numerusform>%n 份保管记录</numerusform>
        </translation>
    </message>
    <message>
        <source>maybe, as {field} does: {words}</source>
        <translation>可能，如同“{field}”：{words}</translation>
    </message>
    <message>
        <source>Tick for whom the bundle is.</source>
        <translation>请勾选交接包给谁。</translation>
    </message>
    <message>
        <source>A receipt is for one alone: tick one contact.</source>
        <translation>回执只给一个人：请只勾选一位联系人。</translation>
    </message>
    <message>
        <source>Say into which folder.</source>
        <translation>请指定文件夹。</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>正在写出交接包</translation>
    </message>
    <message>
        <source>It holds a receipt and no record.</source>
        <translation>其中只有回执，没有记录。</translation>
    </message>
    <message>
        <source>The bundle was written: {path}</source>
        <translation>交接包已写出：{path}</translation>
    </message>
    <message>
        <source>Only those whom you ticked can open it.</source>
        <translation>只有你勾选的人能打开它。</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n case(s).</source>
        <translation>
            <numerusform>其中有 %n 宗个案。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) by code name</source>
        <translation>
            <numerusform>%n 个来源（仅代号）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s) with names</source>
        <translation>
            <numerusform>%n 个来源（含姓名）</numerusform>
        </translation>
    </message>
    <message>
        <source>To {names}: {cases}, {people} ({secret}), {sources}, {files}, {reports}, {terms}, {logs}.</source>
        <translation>交给 {names}：{cases}、{people}（{secret}）、{sources}、{files}、{reports}、{terms}、{logs}。</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n secret</source>
        <translation>
            <numerusform>其中保密 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n 份报告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more text(s)</source>
        <translation>
            <numerusform>另有 %n 篇文本</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace here and in the bundle</source>
        <translation>在本处和交接包中都替换</translation>
    </message>
    <message>
        <source>Puts the code name in place of each source who has one.</source>
        <translation>凡有代号的来源，姓名都换成代号。</translation>
    </message>
    <message numerus="yes">
        <source>Code names stand in %n text(s) now.</source>
        <translation>
            <numerusform>%n 篇文字现在写的是代号。</numerusform>
        </translation>
    </message>
    <message>
        <source>{ref} ({field}): a text names a source ({words}); the record stays here whole.</source>
        <translation>{ref}（{field}）：一篇文本写出了来源的姓名（{words}），整条记录不会发送。</translation>
    </message>
    <message>
        <source>{ref} ({field}): a text names a source ({words}); it stays here.</source>
        <translation>{ref}（{field}）：一篇文本写出了来源的姓名（{words}），不会发送。</translation>
    </message>
    <message>
        <source>{ref} ({field}): a text names a source ({words}), and goes as it is. In publications it is covered there until a reader decides otherwise.</source>
        <translation>{ref}（{field}）：一篇文本写出了来源的姓名（{words}），将原样发送。在对方的出版物中，姓名会一直遮住，直到审阅者另作决定。</translation>
    </message>
    <message>
        <source>{ref} ({field}): a text names a source ({words}), and goes as it is. Publications there do not cover it.</source>
        <translation>{ref}（{field}）：一篇文本写出了来源的姓名（{words}），将原样发送。对方的出版物不会遮住它。</translation>
    </message>
</context>
<context>
    <name>SeriesChoice</name>
    <message>
        <source>The issue before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>It corrects the issue before</source>
        <translation>更正上一期</translation>
    </message>
    <message>
        <source>None: it stands for itself</source>
        <translation>无：单独出版</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Parts of the page</source>
        <translation>页面的各部分</translation>
    </message>
    <message>
        <source>This vault</source>
        <translation>此保险库</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Languages of terms</source>
        <translation>词条的语言</translation>
    </message>
    <message>
        <source>For example: ug, zh-Hans, en</source>
        <translation>例如：ug, zh-Hans, en</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行距</translation>
    </message>
    <message>
        <source>With room</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Close together</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Minutes without use until the vault locks</source>
        <translation>无操作多少分钟后锁定保险库</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Lock when unused for</source>
        <translation>无操作后锁定</translation>
    </message>
    <message>
        <source>What opens the vault</source>
        <translation>用什么打开保险库</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Against an old copy put back</source>
        <translation>防止被换成旧副本</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Wipe</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>ShareContacts</name>
    <message>
        <source>Send my list of contacts …</source>
        <translation>发送我的联系人名单……</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) that you verified or revoked go along, with the names that you gave them. Whoever opens the bundle reads these names. Write it?</source>
        <translation>
            <numerusform>将送出 %n 个你已核实或已撤销的联系人，连同你给他们起的名称。打开交接包的人会读到这些名称。要写出吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the folder …</source>
        <translation>选择文件夹……</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不写出</translation>
    </message>
    <message>
        <source>Folder for the bundle, on a stick</source>
        <translation>存放交接包的文件夹（在 U 盘上）</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>正在写出交接包</translation>
    </message>
    <message>
        <source>The list of contacts was written: {path}</source>
        <translation>联系人名单已写出：{path}</translation>
    </message>
    <message>
        <source>Only the contact that you chose can open it.</source>
        <translation>只有你选定的联系人能打开它。</translation>
    </message>
    <message numerus="yes">
        <source>It holds %n contact(s).</source>
        <translation>
            <numerusform>其中有 %n 个联系人。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>A letter, a report, who told it</source>
        <translation>信件、报告、讲述者</translation>
    </message>
    <message>
        <source>Code name</source>
        <translation>代号</translation>
    </message>
    <message>
        <source>Shown in place of the title, where it is set</source>
        <translation>设定后，列表中显示代号而不显示名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Reliability</source>
        <translation>可靠程度</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Why it is trusted, how to reach it. Never published.</source>
        <translation>为何可信、如何联系。绝不发布。</translation>
    </message>
    <message>
        <source>Not stated: counts as a person</source>
        <translation>未注明：按人处理</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Person or document</source>
        <translation>人或文件</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>First-hand or not</source>
        <translation>是否亲历</translation>
    </message>
    <message>
        <source>In print (on file if empty)</source>
        <translation>发布时的说法（不填即存档）</translation>
    </message>
    <message>
        <source>Their own consent to be named, date</source>
        <translation>本人同意具名的日期</translation>
    </message>
    <message>
        <source>Words in print</source>
        <translation>发布用语</translation>
    </message>
    <message>
        <source>“A lawyer who followed the trial, 2021”: no month, no place, no name</source>
        <translation>“关注庭审的律师，2021年”：不写月份、地点、姓名</translation>
    </message>
    <message>
        <source>Details of a document</source>
        <translation>文件详情</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>出版者</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>网页地址</translation>
    </message>
    <message>
        <source>Archived copy</source>
        <translation>存档副本</translation>
    </message>
    <message>
        <source>Its address</source>
        <translation>其网址</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Interviewer</source>
        <translation>访谈人</translation>
    </message>
    <message>
        <source>A colleague&apos;s alias</source>
        <translation>同事的化名</translation>
    </message>
    <message>
        <source>How they told it</source>
        <translation>告知途径</translation>
    </message>
    <message>
        <source>Phone, letter</source>
        <translation>电话、信件</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>新来源</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Give the source a title or a code name.</source>
        <translation>请为来源填写名称或代号。</translation>
    </message>
</context>
<context>
    <name>SourceList</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>New source</source>
        <translation>新来源</translation>
    </message>
    <message>
        <source>Who says so. Sources are secret; where a code name is set, lists show that.</source>
        <translation>消息由谁提供。来源是保密的；设有代号时，列表只显示代号。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete this source and its citations</source>
        <translation>删除此来源及其引证</translation>
    </message>
    <message>
        <source>What the source is cited for</source>
        <translation>此来源被引证之处</translation>
    </message>
    <message numerus="yes">
        <source>cited %n time(s)</source>
        <translation>
            <numerusform>被引证 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>not cited yet</source>
        <translation>尚未被引证</translation>
    </message>
    <message>
        <source>Source “{name}” deleted, with its citations.</source>
        <translation>来源“{name}”及其引用已删除。</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Type a part of its title, or a new one</source>
        <translation>输入名称的一部分，或新名称</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>+ New source: “{title}”</source>
        <translation>+ 新来源：“{title}”</translation>
    </message>
    <message>
        <source>as a whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>against: {source}</source>
        <translation>反对：{source}</translation>
    </message>
</context>
<context>
    <name>SourcesView</name>
    <message>
        <source>New source</source>
        <translation>新来源</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>StandingNames</name>
    <message>
        <source>Somebody who is said to have done it, or to have ordered it, gets a label too until two sources or a published document are cited. Tick a name only if you can prove it.</source>
        <translation>被指为责任人或下令者的人也只用代称，直到注明两个来源或一份公开发表的文件。只有能够证实时才勾选。</translation>
    </message>
    <message>
        <source>Whose name may stand; Space ticks one</source>
        <translation>谁的名字可以写出；按空格键勾选</translation>
    </message>
    <message>
        <source>gets a label all the same: the name itself tells of somebody else</source>
        <translation>仍用代称：这个名字本身就透露了另一个人</translation>
    </message>
    <message>
        <source>is named, as you decided</source>
        <translation>按你的决定写名</translation>
    </message>
    <message>
        <source>gets a label</source>
        <translation>用代称</translation>
    </message>
    <message>
        <source>The names of these people contain the name of somebody who may not be named, or another name of their own that this profile keeps back. Readers could learn it, so these people get a label. Tick only people whose printed name reveals nothing hidden, then look at the preview again. What is printed cannot be taken back.</source>
        <translation>这些人的名字里含有不可写名者的名字，或含有本人另一个在此方案中不公开的名字。读者可能由此得知，所以改用代称。只勾选印出名字不会泄露任何隐去内容的人，然后重新查看预览。印出的内容无法收回。</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Records of human-rights violations, kept in an encrypted vault on this computer. Nothing leaves it unless you hand it on.</source>
        <translation>侵犯人权事件的记录，保存在这台电脑上的加密保险库中。除非你交出去，否则什么都不会离开它。</translation>
    </message>
    <message>
        <source>New vault</source>
        <translation>新建保险库</translation>
    </message>
    <message>
        <source>Make an empty vault with a passphrase of its own.</source>
        <translation>建立一个空的保险库，使用它自己的口令。</translation>
    </message>
    <message>
        <source>Open a vault</source>
        <translation>打开保险库</translation>
    </message>
    <message>
        <source>Unlock a vault that is on this computer or on a stick.</source>
        <translation>解锁这台电脑或U盘上的保险库。</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Make a vault of a backup file, on any computer.</source>
        <translation>用备份文件建立保险库，在任何电脑上都可以。</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>How to begin, and what this program protects against.</source>
        <translation>如何开始，以及本程序能防什么。</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>free</source>
        <translation>自由</translation>
    </message>
    <message>
        <source>in custody</source>
        <translation>在押</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已获释</translation>
    </message>
    <message>
        <source>disappeared</source>
        <translation>失踪</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>已去世</translation>
    </message>
    <message>
        <source>undetermined</source>
        <translation>无法确定</translation>
    </message>
    <message>
        <source>no event tells what happened to them</source>
        <translation>没有事件说明其遭遇</translation>
    </message>
    <message>
        <source>no event tells whether they are free</source>
        <translation>没有事件说明是否自由</translation>
    </message>
    <message>
        <source>events without a date may come last</source>
        <translation>没有日期的事件可能发生在最后</translation>
    </message>
    <message>
        <source>the dates leave the order open</source>
        <translation>日期无法确定先后</translation>
    </message>
    <message>
        <source>claims contradict each other</source>
        <translation>说法相互矛盾</translation>
    </message>
    <message>
        <source>a claim is only alleged or disputed</source>
        <translation>有说法仅为指称或有争议</translation>
    </message>
    <message>
        <source>the sentence is over, no release is recorded</source>
        <translation>刑期已满，没有获释记录</translation>
    </message>
    <message>
        <source>the sentence may be over</source>
        <translation>刑期可能已满</translation>
    </message>
    <message>
        <source>the ground for custody ended, no release is recorded</source>
        <translation>羁押理由已消失，没有获释记录</translation>
    </message>
    <message>
        <source>not sentenced to custody, no release is recorded</source>
        <translation>所判刑罚不含羁押，没有获释记录</translation>
    </message>
    <message>
        <source>seen since, and no more is known</source>
        <translation>此后有人见过，其他不详</translation>
    </message>
    <message>
        <source>perhaps dead</source>
        <translation>可能已去世</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>自{date}起</translation>
    </message>
    <message>
        <source>, at least {days}</source>
        <translation>，至少{days}</translation>
    </message>
</context>
<context>
    <name>StatusFilter</name>
    <message>
        <source>Only with this status</source>
        <translation>只显示此状况</translation>
    </message>
    <message>
        <source>any status</source>
        <translation>任何状况</translation>
    </message>
    <message>
        <source>Status as of which day</source>
        <translation>截至哪一天的状况</translation>
    </message>
    <message>
        <source>as of today</source>
        <translation>截至今天</translation>
    </message>
    <message>
        <source>As it was known on which day</source>
        <translation>截至哪一天所知</translation>
    </message>
    <message>
        <source>as known now</source>
        <translation>按目前所知</translation>
    </message>
</context>
<context>
    <name>StatusListPage</name>
    <message>
        <source>Working out where everybody is</source>
        <translation>正在确定每个人的状况</translation>
    </message>
</context>
<context>
    <name>StatusTableModel</name>
    <message>
        <source>Status</source>
        <translation>状况</translation>
    </message>
    <message>
        <source>Status {day}</source>
        <translation>状况 {day}</translation>
    </message>
</context>
<context>
    <name>Targets</name>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>个案</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Stage of the charge</source>
        <translation>罪名所处阶段</translation>
    </message>
    <message>
        <source>Other terms</source>
        <translation>其他词语</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不要这一列</translation>
    </message>
    <message>
        <source>Source that is cited</source>
        <translation>引用的来源</translation>
    </message>
    <message>
        <source>Role in the case</source>
        <translation>在个案中的角色</translation>
    </message>
</context>
<context>
    <name>TermEcho</name>
    <message>
        <source>Not in the list of terms. Saved as you typed it.</source>
        <translation>不在术语表中，按你输入的文字保存。</translation>
    </message>
    <message>
        <source>Recognised: {term}</source>
        <translation>识别为：{term}</translation>
    </message>
    <message>
        <source>“{text}” is only the beginning of a term. Which one do you mean?</source>
        <translation>“{text}”只是某个术语的开头。你指的是哪一个？</translation>
    </message>
    <message>
        <source>Keep “{text}” as you typed it, without a term</source>
        <translation>按输入保留“{text}”，不归入任何术语</translation>
    </message>
</context>
<context>
    <name>TermForm</name>
    <message>
        <source>Other words for it</source>
        <translation>其他说法</translation>
    </message>
    <message>
        <source>One on each line: what reports and people call it</source>
        <translation>每行一个：报告和人们对它的说法</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Give the term a label in at least one language.</source>
        <translation>请至少用一种语言给词条一个名称。</translation>
    </message>
    <message>
        <source>Code elsewhere</source>
        <translation>别处的代码</translation>
    </message>
    <message>
        <source>Of a list that is used elsewhere</source>
        <translation>别处所用清单中的代码</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>新词条</translation>
    </message>
    <message>
        <source>Term: {code}</source>
        <translation>词条：{code}</translation>
    </message>
</context>
<context>
    <name>TermsView</name>
    <message>
        <source>Terms of the vocabulary</source>
        <translation>词表中的词条</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>新词条</translation>
    </message>
    <message>
        <source>What you change here changes how records read, never what is recorded.</source>
        <translation>此处的改动只改变记录的读法，绝不改变已记录的内容。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Offer it no longer; records that have it keep it</source>
        <translation>不再提供；已有它的记录保留它</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>恢复使用</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Retire it, and read it as the other term from now on</source>
        <translation>停用它，从此读作另一个词条</translation>
    </message>
    <message>
        <source>The term that stays</source>
        <translation>保留的词条</translation>
    </message>
    <message>
        <source>read as: {term}</source>
        <translation>读作：{term}</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>changed by your desk</source>
        <translation>由你的团队改动</translation>
    </message>
    <message numerus="yes">
        <source>Used in %n record(s).</source>
        <translation>
            <numerusform>有 %n 条记录使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is offered no longer.</source>
        <translation>不再提供。</translation>
    </message>
    <message>
        <source>It is offered again.</source>
        <translation>已恢复使用。</translation>
    </message>
    <message>
        <source>Choose the term that stays first.</source>
        <translation>请先选择保留的词条。</translation>
    </message>
    <message>
        <source>It is read as the other term from now on; no record was changed.</source>
        <translation>从此读作另一个词条；没有改动任何记录。</translation>
    </message>
</context>
<context>
    <name>TextEntryRow</name>
    <message>
        <source>Language of the text</source>
        <translation>文本的语言</translation>
    </message>
    <message>
        <source>Kind of text</source>
        <translation>文本种类</translation>
    </message>
    <message>
        <source>Written, transcript, translation …</source>
        <translation>撰写、听写、译文……</translation>
    </message>
    <message>
        <source>Made of</source>
        <translation>由何而来</translation>
    </message>
    <message>
        <source>Made of no other</source>
        <translation>不由其他文本而来</translation>
    </message>
    <message>
        <source>Written by</source>
        <translation>执笔人</translation>
    </message>
    <message>
        <source>An alias</source>
        <translation>代号</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Somebody compared it with what it was made of</source>
        <translation>有人把它与所由来的文本核对过</translation>
    </message>
    <message>
        <source>Words of the text</source>
        <translation>文本的文字</translation>
    </message>
    <message>
        <source>The text itself</source>
        <translation>文本本身</translation>
    </message>
    <message>
        <source>Type the text, or remove this one.</source>
        <translation>请输入文字，或移除这篇文本。</translation>
    </message>
</context>
<context>
    <name>TextPlaces</name>
    <message>
        <source>a form of “{name}”</source>
        <translation>“{name}”的另一种写法</translation>
    </message>
    <message>
        <source>its check digit is wrong</source>
        <translation>校验位不对</translation>
    </message>
    <message>
        <source>you decided so</source>
        <translation>由你决定</translation>
    </message>
    <message>
        <source>in words of yours</source>
        <translation>在你改写的文字中</translation>
    </message>
    <message>
        <source>inside a longer one</source>
        <translation>在更长的一处之内</translation>
    </message>
    <message>
        <source>becomes {words}</source>
        <translation>变为 {words}</translation>
    </message>
    <message>
        <source>stays, and may tell of them: decide</source>
        <translation>保留，可能透露此人：请判断</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>the label of {name}</source>
        <translation>{name} 的代称</translation>
    </message>
    <message>
        <source>covered as {words}: decide</source>
        <translation>遮住为 {words}：请决定</translation>
    </message>
</context>
<context>
    <name>TextQuestionsView</name>
    <message>
        <source>For which profile</source>
        <translation>按哪个方案</translation>
    </message>
    <message>
        <source>Preview again</source>
        <translation>再次预览</translation>
    </message>
    <message>
        <source>Questions about the texts</source>
        <translation>关于文本的问题</translation>
    </message>
    <message>
        <source>Looking through the texts</source>
        <translation>正在查看文本</translation>
    </message>
    <message>
        <source>Texts to read</source>
        <translation>要阅读的文本</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) left</source>
        <translation>
            <numerusform>还有 %n 个问题</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) to read</source>
        <translation>
            <numerusform>%n 篇文本待阅读</numerusform>
        </translation>
    </message>
    <message>
        <source>No text can go out under this profile: there is nothing to ask.</source>
        <translation>此方案下没有可以公开的文本：没有要问的。</translation>
    </message>
    <message>
        <source>May be people who may not be named</source>
        <translation>可能是不得具名的人</translation>
    </message>
    <message>
        <source>May be unknown names, numbers or addresses</source>
        <translation>可能是未知的姓名、号码或地址</translation>
    </message>
    <message>
        <source>Ordinary words</source>
        <translation>普通词语</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>已遮盖</translation>
    </message>
    <message numerus="yes">
        <source>still asked in %n text(s)</source>
        <translation>
            <numerusform>还有 %n 篇文本待回答</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer the questions about it first.</source>
        <translation>请先回答有关它的问题。</translation>
    </message>
    <message>
        <source>Words that were put into it may name somebody: open the text, and decide there.</source>
        <translation>其中改用的文字可能写出了某人的姓名：请打开文本，在那里作出决定。</translation>
    </message>
    <message>
        <source>How it would be published</source>
        <translation>发布时的样子</translation>
    </message>
    <message>
        <source>It may mean somebody who may not be named.</source>
        <translation>可能指某个不得具名的人。</translation>
    </message>
    <message>
        <source>It may mean {people}, or somebody else who may not be named.</source>
        <translation>可能指{people}，或另一个不得具名的人。</translation>
    </message>
    <message>
        <source>It may mean {people}.</source>
        <translation>可能指{people}。</translation>
    </message>
</context>
<context>
    <name>TextReader</name>
    <message>
        <source>Which text</source>
        <translation>哪一篇文本</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>在这篇文本中查找</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>made of: {text}</source>
        <translation>由此而来：{text}</translation>
    </message>
    <message>
        <source>by {alias}</source>
        <translation>执笔：{alias}</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>characters: {count}</source>
        <translation>字符数：{count}</translation>
    </message>
</context>
<context>
    <name>TextReading</name>
    <message>
        <source>What was found in the text</source>
        <translation>文本中发现的内容</translation>
    </message>
    <message>
        <source>Take the review back</source>
        <translation>撤回审阅</translation>
    </message>
    <message>
        <source>Another profile, for which something was decided</source>
        <translation>另一个已作过决定的方案</translation>
    </message>
    <message>
        <source>Decide as for this one</source>
        <translation>沿用该方案的决定</translation>
    </message>
    <message>
        <source>What was found in it</source>
        <translation>其中发现的内容</translation>
    </message>
    <message>
        <source>Reviewed by {who}, {time}</source>
        <translation>由 {who} 审阅，{time}</translation>
    </message>
    <message>
        <source>No name that this vault knows, and no telling number.</source>
        <translation>没有此保险库所知的名字，也没有会暴露身份的号码。</translation>
    </message>
    <message>
        <source>I have read it: it may go out</source>
        <translation>我已读过：可以公开</translation>
    </message>
    <message>
        <source>selected by you</source>
        <translation>由您选取</translation>
    </message>
    <message>
        <source>“{words}” is or may be the name of somebody who may not be named: {people}. Let it stand only if it certainly means something else here.</source>
        <translation>“{words}”是或可能是某个不得具名者的姓名：{people}。只有当它在此处确定另有所指时才可保留。</translation>
    </message>
    <message>
        <source>“{words}” is or may be a name that is kept back. Let it stand only if it certainly means something else here.</source>
        <translation>“{words}”是或可能是被保留的名称。只有确定它在此另有所指时才可保留。</translation>
    </message>
    <message>
        <source>It certainly means something else</source>
        <translation>确定另有所指</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换它</translation>
    </message>
    <message>
        <source>The text may go out under this profile.</source>
        <translation>这篇文本可以在此方案下公开。</translation>
    </message>
    <message>
        <source>When it changes, or a publication asks more about it, it must be read again.</source>
        <translation>如有改动，或有出版物对它另有询问，必须重新阅读。</translation>
    </message>
    <message>
        <source>The review was taken back.</source>
        <translation>审阅已撤回。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) may tell of somebody who may not be named. Decide about each: keep it, or put a label or other words there. Until then the text stays here.</source>
        <translation>
            <numerusform>有 %n 处可能指不得具名的人。请逐一决定：保留，或改用代称或其他文字。在此之前，文本不会发布。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select other words to decide about them, too. The question mark becomes a letter when the publication is made.</source>
        <translation>选中其他文字，也可对其作出决定。制作出版物时，问号会换成字母。</translation>
    </message>
    <message numerus="yes">
        <source>%n decisions or protected places were about words that are no longer in the text.</source>
        <translation>
            <numerusform>有 %n 项决定或受保护之处所针对的文字已不在文本中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextsEdit</name>
    <message>
        <source>Language not stated</source>
        <translation>未写明语言</translation>
    </message>
    <message>
        <source>+ Add text</source>
        <translation>+ 添加文本</translation>
    </message>
    <message>
        <source>Remove this text</source>
        <translation>移除这篇文本</translation>
    </message>
</context>
<context>
    <name>TextsView</name>
    <message>
        <source>For which profile</source>
        <translation>用于哪个方案</translation>
    </message>
    <message>
        <source>Next text that waits</source>
        <translation>下一篇待审阅的文本</translation>
    </message>
    <message>
        <source>Preview again</source>
        <translation>再次预览</translation>
    </message>
    <message>
        <source>Texts that could be published</source>
        <translation>可以发布的文本</translation>
    </message>
    <message>
        <source>No text can go out under this profile: there is nothing to review.</source>
        <translation>此方案没有可以公开的文本：无需审阅。</translation>
    </message>
    <message>
        <source>{done} of {all} reviewed</source>
        <translation>已审阅 {done} / {all}</translation>
    </message>
    <message>
        <source>Looking through the texts</source>
        <translation>正在查看文本</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Events of the case</source>
        <translation>个案的事件</translation>
    </message>
    <message>
        <source>Add event</source>
        <translation>添加事件</translation>
    </message>
    <message>
        <source>No events yet. An event is one act: who did what to whom, when, where, and who says so.
Press Ctrl+E to add the first.</source>
        <translation>还没有事件。一个事件就是一个行为：谁在何时何地对谁做了什么，是谁说的。
按 Ctrl+E 添加第一个。</translation>
    </message>
    <message>
        <source>The event was removed: {event}</source>
        <translation>事件已删除：{event}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
    <message>
        <source>Show the forms that are not saved</source>
        <translation>显示未保存的表单</translation>
    </message>
    <message>
        <source>Undo the last change of a record</source>
        <translation>撤销对记录的上一次改动</translation>
    </message>
    <message>
        <source>Undo ({key})</source>
        <translation>撤销（{key}）</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>重做已撤销的改动</translation>
    </message>
    <message>
        <source>Redo ({key})</source>
        <translation>重做（{key}）</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Lock the vault</source>
        <translation>锁定保险库</translation>
    </message>
    <message numerus="yes">
        <source>%n not saved</source>
        <translation>
            <numerusform>%n 份未保存</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo ({key}): {what}</source>
        <translation>撤销（{key}）：{what}</translation>
    </message>
    <message>
        <source>Redo ({key}): {what}</source>
        <translation>重做（{key}）：{what}</translation>
    </message>
    <message>
        <source>Nothing to undo or redo</source>
        <translation>没有可撤销或重做的操作</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undone: {what}.</source>
        <translation>已撤销：{what}。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>There is no typing to undo in this field. To undo a saved change, press ↶.</source>
        <translation>此输入框中没有可撤销的输入。要撤销已保存的更改，请按 ↶。</translation>
    </message>
    <message>
        <source>Nothing was undone: this form has changes that are not saved.</source>
        <translation>没有撤销任何内容：此表单有未保存的更改。</translation>
    </message>
    <message>
        <source>Save the form or cancel it first.</source>
        <translation>请先保存或取消此表单。</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>已重做：{what}。</translation>
    </message>
</context>
<context>
    <name>UnlockView</name>
    <message>
        <source>Unlock the vault</source>
        <translation>解锁保险库</translation>
    </message>
    <message>
        <source>Folder of the vault</source>
        <translation>保险库文件夹</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>恢复词</translation>
    </message>
    <message>
        <source>The 24 recovery words, in their order</source>
        <translation>24 个恢复词，按顺序</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>It was locked. What you had typed and not saved is kept in it, and shown again.</source>
        <translation>保险库已锁定。你输入而未保存的内容留在保险库里，解锁后会再次显示。</translation>
    </message>
    <message>
        <source>Wipe this vault …</source>
        <translation>销毁这个保险库…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Keyfile</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>使用口令</translation>
    </message>
    <message>
        <source>Use the recovery words</source>
        <translation>使用恢复词</translation>
    </message>
    <message>
        <source>Choose the folder of the vault.</source>
        <translation>请选择保险库文件夹。</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>正在解锁</translation>
    </message>
</context>
<context>
    <name>VisibilityEdit</name>
    <message>
        <source>Who may learn of it</source>
        <translation>谁可以知道</translation>
    </message>
    <message>
        <source>Restricted: under a label only</source>
        <translation>受保护：仅用代称</translation>
    </message>
    <message>
        <source>Public: may be published by name</source>
        <translation>公开：可具名</translation>
    </message>
    <message>
        <source>Restricted: who works on it</source>
        <translation>受保护：办理者可知</translation>
    </message>
    <message>
        <source>Public: everybody may learn of it</source>
        <translation>公开：人人可知</translation>
    </message>
    <message>
        <source>Secret: never published</source>
        <translation>保密：不发布</translation>
    </message>
</context>
<context>
    <name>Vocabularies</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Measures of custody</source>
        <translation>羁押措施</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>罪名</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>处罚</translation>
    </message>
    <message>
        <source>Conditions of custody</source>
        <translation>羁押状况</translation>
    </message>
    <message>
        <source>Methods of ill-treatment</source>
        <translation>酷刑和虐待手段</translation>
    </message>
    <message>
        <source>Denials of due process</source>
        <translation>剥夺正当程序</translation>
    </message>
    <message>
        <source>Kinds of block in a report</source>
        <translation>报告内容块的种类</translation>
    </message>
    <message>
        <source>State of a block</source>
        <translation>内容块的状态</translation>
    </message>
    <message>
        <source>State of a comment</source>
        <translation>批注的状态</translation>
    </message>
    <message>
        <source>Answers about consent</source>
        <translation>关于同意的答复</translation>
    </message>
    <message>
        <source>What somebody consents to</source>
        <translation>同意的范围</translation>
    </message>
    <message>
        <source>Who gives consent</source>
        <translation>由谁表示同意</translation>
    </message>
    <message>
        <source>Bases without consent</source>
        <translation>无需同意的依据</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>情形</translation>
    </message>
    <message>
        <source>Others who are seen in a picture</source>
        <translation>画面中的其他人</translation>
    </message>
    <message>
        <source>What evidence has to do with somebody</source>
        <translation>证据与某人的关系</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Occupations</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>Causes</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Ethnic groups</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Religions</source>
        <translation>宗教</translation>
    </message>
    <message>
        <source>Kinds of place</source>
        <translation>地点种类</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Roles in an event</source>
        <translation>事件中的角色</translation>
    </message>
    <message>
        <source>Links between events</source>
        <translation>事件之间的关联</translation>
    </message>
    <message>
        <source>Types of source</source>
        <translation>来源类型</translation>
    </message>
    <message>
        <source>How sure something is</source>
        <translation>确定程度</translation>
    </message>
    <message>
        <source>Kinds of name</source>
        <translation>姓名种类</translation>
    </message>
    <message>
        <source>Kinds of party</source>
        <translation>当事方种类</translation>
    </message>
    <message>
        <source>Kinds of text</source>
        <translation>文本种类</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Kinds of figure</source>
        <translation>数字种类</translation>
    </message>
    <message>
        <source>Roles in a case</source>
        <translation>个案中的角色</translation>
    </message>
</context>
<context>
    <name>WeekView</name>
    <message>
        <source>Parts of the page</source>
        <translation>页面各部分</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>需要留意</translation>
    </message>
    <message>
        <source>What does not fit together</source>
        <translation>不相符之处</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复的记录</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
</context>
<context>
    <name>WhichCases</name>
    <message>
        <source>Everything in this vault</source>
        <translation>保险库中的全部内容</translation>
    </message>
    <message>
        <source>What</source>
        <translation>交接什么</translation>
    </message>
    <message>
        <source>Tick at least one case.</source>
        <translation>请至少勾选一宗个案。</translation>
    </message>
</context>
<context>
    <name>WipeGateView</name>
    <message>
        <source>Wipe this vault</source>
        <translation>销毁这个保险库</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>WipeView</name>
    <message>
        <source>The vault is destroyed: no secret opens it any more.</source>
        <translation>保险库已销毁：任何口令都不再能打开它。</translation>
    </message>
    <message>
        <source>Not all of its files could be removed; without the keys they say nothing.</source>
        <translation>它的文件未能全部删除；没有密钥，它们什么也说明不了。</translation>
    </message>
    <message>
        <source>Backups and copies open as before.</source>
        <translation>备份和副本仍可像以前一样打开。</translation>
    </message>
    <message>
        <source>Destroys the vault on this disk. Afterwards no passphrase and no recovery words open it, yours neither. It cannot be undone.</source>
        <translation>毁掉这块磁盘上的保险库。之后任何口令和恢复词都打不开它，你自己的也不行。无法撤销。</translation>
    </message>
    <message>
        <source>Out of reach are: backups and copies of the folder, which open as before; spare blocks of an SSD or a stick, in which a laboratory may find the old keyslots; bundles that were sent, and what was exported or published.</source>
        <translation>触及不到的有：备份和文件夹的副本，它们仍可打开；固态硬盘或 U 盘的备用块，实验室可能在其中找到旧的密钥槽；已发送的交接包，以及已导出或已发布的内容。</translation>
    </message>
    <message>
        <source>Wipe this vault: hold for two seconds</source>
        <translation>销毁这个保险库：按住两秒</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Known backups:</source>
        <translation>已知的备份：</translation>
    </message>
    <message>
        <source>The vault is destroyed in {seconds} s</source>
        <translation>{seconds} 秒后销毁保险库</translation>
    </message>
</context>
<context>
    <name>WordRow</name>
    <message>
        <source>As it was said, or a few letters to search</source>
        <translation>按原话填写，或输入几个字查找</translation>
    </message>
    <message>
        <source>Say what it is, or empty what stands beside it.</source>
        <translation>请写明是什么，或清空旁边的内容。</translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message>
        <source>Recovery words</source>
        <translation>恢复词</translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation>我已经写下来了</translation>
    </message>
</context>
<context>
    <name>_ChoiceStep</name>
    <message>
        <source>New vault</source>
        <translation>新建保险库</translation>
    </message>
    <message>
        <source>A vault is a new folder whose name ends in .hrdv.</source>
        <translation>保险库是一个新的文件夹，名称以 .hrdv 结尾。</translation>
    </message>
    <message>
        <source>Folder of the new vault</source>
        <translation>新保险库的文件夹</translation>
    </message>
    <message>
        <source>Use these six words as the passphrase (recommended)</source>
        <translation>用这六个词作为口令（推荐）</translation>
    </message>
    <message>
        <source>Generated passphrase</source>
        <translation>生成的口令</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>换一组词</translation>
    </message>
    <message>
        <source>Type a passphrase of my own</source>
        <translation>自己输入口令</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase, once more</source>
        <translation>再输入一次口令</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>建立保险库</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Type the six words</source>
        <translation>输入这六个词</translation>
    </message>
    <message>
        <source>Write them on paper, keep the paper away from this computer, and type them below.</source>
        <translation>请写在纸上，不要把纸和电脑放在一起，然后在下面输入。</translation>
    </message>
    <message>
        <source>Any file on a stick that you carry; at a new name a file of random bytes is made. It must never change: keep copies, none beside the vault. Without file and passphrase together, only the recovery words open the vault.</source>
        <translation>随身 U 盘上的任意一个文件；填写新名字时，会生成一个随机内容的文件。它绝不能改变：请保留几份副本，不要放在保险库旁边。没有文件和口令两者一起，只有恢复词能打开保险库。</translation>
    </message>
    <message>
        <source>Say where the vault shall lie.</source>
        <translation>请指定保险库的位置。</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>What you typed differs from the six words. Nothing was made.</source>
        <translation>你输入的与这六个词不同。没有建立任何东西。</translation>
    </message>
    <message>
        <source>The two passphrases differ. Nothing was made.</source>
        <translation>两次输入的口令不同。没有建立任何东西。</translation>
    </message>
    <message>
        <source>This passphrase is too weak. Take a longer one, or the six words.</source>
        <translation>这个口令太弱。请用更长的口令，或者用六个词。</translation>
    </message>
</context>
<context>
    <name>_ForgetChoiceStep</name>
    <message>
        <source>The coordinator</source>
        <translation>协调人</translation>
    </message>
    <message>
        <source>These cases, with all that only they have to do with</source>
        <translation>这些个案，以及只与它们有关的一切</translation>
    </message>
    <message>
        <source>Folder for the bundle, on a stick</source>
        <translation>交接包的文件夹，在 U 盘上</translation>
    </message>
    <message>
        <source>Show what would go</source>
        <translation>显示会清除什么</translation>
    </message>
    <message>
        <source>Hand off and forget</source>
        <translation>交接并清除</translation>
    </message>
    <message>
        <source>The cases go to a coordinator in a bundle that you cannot open, and then nothing of them is left here. Whoever forces you to unlock then sees that something was recorded, and not what. Old backups still have them. Nothing happens before you have seen what would go.</source>
        <translation>个案装入一个你自己也打不开的交接包交给协调人，之后这里不再留下任何内容。谁逼你解锁，只能看出曾经记录过什么事，看不到内容。旧备份里仍有这些个案。在你看过会清除什么之前，不会发生任何事。</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>交给谁</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>写到哪里</translation>
    </message>
    <message>
        <source>Not needed where the coordinator&apos;s receipts say that all of it is there.</source>
        <translation>如果协调人的回执说明全部已在那里，就不需要填写。</translation>
    </message>
    <message>
        <source>card valid until {day}: ask for a fresh one</source>
        <translation>名片有效期至 {day}：请索取新的</translation>
    </message>
    <message numerus="yes">
        <source>{name} has not acknowledged %n record(s) of it: say into which folder.</source>
        <translation>
            <numerusform>{name} 对其中 %n 条记录还没有回执：请指明文件夹。</numerusform>
        </translation>
    </message>
    <message>
        <source>No contact is verified with a card that lasts for 180 days.</source>
        <translation>没有任何已核实且名片还有 180 天有效期的联系人。</translation>
    </message>
</context>
<context>
    <name>_MessageLine</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>_NewPlaceFields</name>
    <message>
        <source>New place. What is it, and where?</source>
        <translation>新地点。是什么，在哪里？</translation>
    </message>
    <message>
        <source>Kind of the new place</source>
        <translation>新地点的种类</translation>
    </message>
    <message>
        <source>town, prison, court …</source>
        <translation>城镇、监狱、法院……</translation>
    </message>
    <message>
        <source>The new place is in</source>
        <translation>新地点位于</translation>
    </message>
    <message>
        <source>county, prefecture, province …</source>
        <translation>县、地级市、省……</translation>
    </message>
</context>
<context>
    <name>_OriginEdit</name>
    <message>
        <source>A part of the joined text</source>
        <translation>合并后文本的一部分</translation>
    </message>
</context>
<context>
    <name>_OutlookStep</name>
    <message>
        <source>EMERGENCY</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>What goes and what stays</source>
        <translation>会清除什么，会留下什么</translation>
    </message>
    <message>
        <source>The word {word}</source>
        <translation>“{word}”二字</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Keyfile</source>
        <translation>密钥文件</translation>
    </message>
    <message>
        <source>Hand off and forget now</source>
        <translation>现在交接并清除</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>This is an emergency</source>
        <translation>这是紧急情况</translation>
    </message>
    <message>
        <source>Type {word}</source>
        <translation>请输入“{word}”或 jinji</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of it are not acknowledged. If this bundle is lost, they are lost: there is no way back, and you cannot open it yourself. Do this only where keeping them is the greater danger.</source>
        <translation>
            <numerusform>其中 %n 条记录还没有回执。这个交接包若丢失，它们就没有了：没有退路，你自己也打不开它。只有留着它们是更大的危险时才这样做。</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is acknowledged</source>
        <translation>全部已有回执</translation>
    </message>
    <message>
        <source>{name} has every record that goes, by the receipts. That the person keeps them, no receipt can tell.</source>
        <translation>按回执，将被清除的每条记录 {name} 都有。对方会不会一直留着，没有回执能说明。</translation>
    </message>
    <message>
        <source>Forget now</source>
        <translation>现在清除</translation>
    </message>
    <message>
        <source>Nothing is written; it is only forgotten here.</source>
        <translation>不写出任何内容，只在这里清除。</translation>
    </message>
    <message>
        <source>For {name} alone, into {folder}</source>
        <translation>只给 {name}，写入 {folder}</translation>
    </message>
    <message>
        <source>Goes: {counts}</source>
        <translation>会清除：{counts}</translation>
    </message>
    <message>
        <source>With them go earlier versions, drafts, imported cells, publications and their labels, evidence files, and what search knows.</source>
        <translation>一并清除的还有：以前的版本、草稿、导入的单元格、出版物及其代称、证据文件，以及搜索所知的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of bundles that you read go too.</source>
        <translation>
            <numerusform>你读过的交接包中还有 %n 条记录也会清除。</numerusform>
        </translation>
    </message>
    <message>
        <source>These people stay, since other cases have them too: {names}</source>
        <translation>这些人会留下，因为其他个案中也有他们：{names}</translation>
    </message>
    <message>
        <source>These stay, but name somebody who goes. Go back and change them first: {refs}</source>
        <translation>这些会留下，但提到了会被清除的人。请先返回修改：{refs}</translation>
    </message>
    <message>
        <source>Stays: that and when something was recorded, without content; your contacts; that a bundle went.</source>
        <translation>会留下：何时记录过什么（不含内容）；你的联系人；曾送出一个交接包。</translation>
    </message>
    <message>
        <source>The vault gets a new key and new recovery words. What a solid-state disk keeps in spare blocks, and every backup made before, still opens with your passphrase of today.</source>
        <translation>保险库会换新的密钥和新的恢复词。固态硬盘备用块里残留的内容，以及之前做的每个备份，仍能用你今天的口令打开。</translation>
    </message>
    <message>
        <source>To be destroyed by you, the backup of {day}: {path}</source>
        <translation>请你自行销毁 {day} 的备份：{path}</translation>
    </message>
    <message>
        <source>Type the word {word} to say that you mean it.</source>
        <translation>请输入“{word}”或 jinji，表示你确实要这样做。</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>Choose the keyfile.</source>
        <translation>请选择密钥文件。</translation>
    </message>
</context>
<context>
    <name>_Place</name>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Removed: {words}</source>
        <translation>已移除：{words}</translation>
    </message>
</context>
<context>
    <name>_WorkLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel: {work}</source>
        <translation>取消：{work}</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>self.edit</name>
    <message>
        <source>Choose the record from the list.</source>
        <translation>请从列表中选择记录。</translation>
    </message>
</context>
</TS>
