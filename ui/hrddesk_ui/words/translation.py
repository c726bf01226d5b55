"""The window's languages, read from the .ts files at run time: there is no compiled copy that could be stale.

The texts of Qt's own buttons come from the .qm files that PySide6 ships, and where those have gaps, from the
.ts file.
"""

from enum import StrEnum
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from hrddesk.system import paths


class WindowLanguage(StrEnum):
    """A language of the window; the value is the name of its .ts file."""

    ENGLISH = "en"
    CHINESE = "zh_CN"

    @property
    def own_name(self) -> str:
        """The name of the language in that language; it is never translated."""
        return {WindowLanguage.ENGLISH: "English", WindowLanguage.CHINESE: "简体中文"}[self]

    @property
    def vocabulary(self) -> str:
        """The code of the language in vocabularies, and for dates in words."""
        return {WindowLanguage.ENGLISH: "en", WindowLanguage.CHINESE: "zh"}[self]


def of_system() -> WindowLanguage:
    """Return the language of the system; English if the window does not have that language."""
    return (
        WindowLanguage.CHINESE
        if QLocale.system().language() is QLocale.Language.Chinese
        else WindowLanguage.ENGLISH
    )


def plural_form(language: WindowLanguage, count: int) -> int:
    """Return the index of the numerus form of a .ts file for `count` things, by Qt's rules."""
    return 0 if language is WindowLanguage.CHINESE or count == 1 else 1


class TsTranslator(QTranslator):
    """A translator that reads its texts from a .ts file."""

    def __init__(self, language: WindowLanguage, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._forms = _read(language)

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | bytes | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the translated text; None if there is no translation."""
        comment = disambiguation.decode() if isinstance(disambiguation, bytes) else disambiguation or ""
        forms = self._forms.get((context, source_text, comment)) or self._forms.get(
            (context, source_text, "")
        )
        if not forms:
            return None
        form_number = plural_form(self._language, n) if n >= 0 else 0
        return forms[min(form_number, len(forms) - 1)]

    def isEmpty(self) -> bool:
        """Return False; Qt would not ask a translator that says it is empty."""
        return False


@cache
def _read(language: WindowLanguage) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Return the finished translations of a .ts file by context, source text and comment."""
    forms_by_text: dict[tuple[str, str, str], tuple[str, ...]] = {}
    tree = ElementTree.parse(paths.resources() / "i18n" / f"hrddesk_{language.value}.ts")
    for context in tree.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue  # unfinished, vanished or obsolete
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            forms = forms or (translation.text or "",)
            if all(forms):
                forms_by_text[name, message.findtext("source", ""), message.findtext("comment", "")] = forms
    return forms_by_text


class Translations:
    """The installed translators; when they are switched, Qt sends every widget a LanguageChange event."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = WindowLanguage.ENGLISH

    def clear(self) -> None:
        """Remove all installed translators."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []

    def switch(self, language: WindowLanguage) -> None:
        """Use `language` from now on; the window builds its pages again."""
        self.clear()
        self.language = language
        QLocale.setDefault(QLocale(language.value))
        if language is not WindowLanguage.ENGLISH:
            shipped = QTranslator()
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if shipped.load(f"qtbase_{language.value}", folder):
                self._installed.append(shipped)
        self._installed.append(TsTranslator(language))
        for translator in self._installed:
            self._app.installTranslator(translator)
