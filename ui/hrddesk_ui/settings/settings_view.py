"""The page of settings, which are stored inside the vault.

It also has the parts that check, back up and destroy the vault.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from hrddesk.actions.vault import backups
from hrddesk.errors import InvalidValue
from hrddesk.records.language.labels import Chain, chain_of
from hrddesk.records.model.kinds import Kind
from hrddesk.records.model.record import RecordId
from hrddesk_ui.catalogue.catalogue_view import CatalogueView
from hrddesk_ui.catalogue.places_view import PlacesView
from hrddesk_ui.catalogue.questions_view import QuestionsView
from hrddesk_ui.catalogue.terms_view import TermsView
from hrddesk_ui.desk import settings
from hrddesk_ui.desk.desk import Desk
from hrddesk_ui.error_words import messages
from hrddesk_ui.pages.drafts import DraftKey
from hrddesk_ui.pages.page import Page
from hrddesk_ui.settings import backup_words
from hrddesk_ui.settings.backup_view import BackupView
from hrddesk_ui.settings.check_view import CheckView
from hrddesk_ui.settings.history_head_view import HeadView
from hrddesk_ui.settings.keys_view import KeysView
from hrddesk_ui.settings.wipe_view import WipeView
from hrddesk_ui.theme import tokens
from hrddesk_ui.theme.theme import Appearance, Scheme
from hrddesk_ui.widgets.fields.line_edit import LineEdit
from hrddesk_ui.widgets.fields.still_choices import StillComboBox, StillSpinBox
from hrddesk_ui.widgets.labels.trouble_label import TroubleLabel
from hrddesk_ui.widgets.layout import boxes, page_layout
from hrddesk_ui.words.language import show_languages
from hrddesk_ui.words.translation import WindowLanguage


class SettingsView(Page):
    """The page of settings; changes take effect at once."""

    name = "settings"
    icon = "settings"
    at_end = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs = QTabWidget(self)  # made first, because Tab visits widgets in the order of creation
        general = QWidget(self)
        self._lay_out_general(general)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.title())
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the page"))
        self.tabs.addTab(general, self.tr("This vault"))
        self._made: dict[QWidget, CatalogueView] = {}
        self._makers: dict[QWidget, tuple[Callable[[Desk, QWidget], CatalogueView], str]] = {}
        self._of_kind: dict[Kind, QWidget] = {}
        for view, text, topic in (
            (TermsView, self.tr("Words"), "words"),
            (PlacesView, self.tr("Places"), "places"),
            (QuestionsView, self.tr("Questions"), "forms"),
        ):
            holder = QWidget(self)
            self._makers[holder] = (view, topic)
            self._of_kind[view.kind] = holder
            self.tabs.addTab(holder, text)
        boxes.column(self.tabs, parent=self, margin=(0, tokens.GRID, 0, 0))
        self.tabs.currentChanged.connect(self._load)
        self.tabs.currentChanged.connect(desk.moved_on)

    @property
    def catalogue(self) -> CatalogueView | None:
        """The visible list of the desk's own terms, places or questions; None if no such list is visible."""
        return self._made.get(self.tabs.currentWidget())

    def open_record(self, record_id: RecordId) -> bool:
        """Show the place or question with this id in its list; return False for any other record."""
        record = self.desk.reader.find(record_id)
        view = None if record is None else _PARTS.get(record.kind)
        holder = next(
            (holder for holder, (view_class, _) in self._makers.items() if view_class is view), None
        )
        if holder is None:
            return False
        self.tabs.setCurrentWidget(holder)
        self._load()
        list_view = self._made[holder]
        list_view.filter.clear()
        list_view.load()
        list_view.list.select(record_id)
        list_view.list.setFocus()
        return True

    def go_to_field(self, record_id: RecordId, field: str, words: str) -> None:
        """Go to a field in the form of the visible list of terms, places or questions."""
        del record_id
        if self.catalogue is not None:
            self.catalogue.go_to_form()
            self.catalogue.form.go_to(field, words)

    def _load(self) -> None:
        """Load the list of the visible tab; build the list when its tab is first shown."""
        holder = self.tabs.currentWidget()
        if holder in self._makers and holder not in self._made:
            view = self._makers[holder][0](self.desk, holder)
            boxes.column(view, parent=holder)
            view.show()  # at once, so that it can get the focus
            self._made[holder] = view
        if self.catalogue is not None:
            self.catalogue.load()

    def open_draft(self, key: DraftKey) -> None:
        """Continue a draft in the form of a term, a place or a question."""
        self.tabs.setCurrentWidget(self._of_kind[key.kind])
        self._load()
        self._made[self._of_kind[key.kind]].open_draft(key)

    def _lay_out_general(self, general: QWidget) -> None:
        desk = self.desk
        layout = page_layout.column(general)
        layout.addWidget(page_layout.title(self.title()))
        form = page_layout.Fields()
        layout.addLayout(form)
        self.language = StillComboBox(self, name=self.tr("Language"))
        for language in WindowLanguage:
            self.language.addItem(language.own_name, language)
        self.language.setCurrentIndex(list(WindowLanguage).index(desk.language))
        form.add(self.tr("Language"), self.language)
        self.labels = LineEdit(self.tr("Languages of terms"), self.tr("For example: ug, zh-Hans, en"))
        self.labels.setText(", ".join(settings.label_languages(desk.reader)))
        form.add(self.tr("Languages of terms"), self.labels)
        self.labels_trouble = TroubleLabel(self)
        layout.addWidget(self.labels_trouble)
        self.scheme = StillComboBox(self, name=self.tr("Colours"))
        for scheme, text in (
            (Scheme.SYSTEM, self.tr("As the system")),
            (Scheme.LIGHT, self.tr("Light")),
            (Scheme.DARK, self.tr("Dark")),
        ):
            self.scheme.addItem(text, scheme)
        form.add(self.tr("Colours"), self.scheme)
        self.text_size = StillComboBox(self, name=self.tr("Size of text"))
        for percent in tokens.TEXT_SIZES:
            self.text_size.addItem(f"{percent} %", percent)
        form.add(self.tr("Size of text"), self.text_size)
        self.density = StillComboBox(self, name=self.tr("Rows"))
        self.density.addItem(self.tr("With room"), False)
        self.density.addItem(self.tr("Close together"), True)
        form.add(self.tr("Rows"), self.density)
        look = settings.appearance(desk.reader)
        for box, value in (
            (self.scheme, look.scheme),
            (self.text_size, look.text_size),
            (self.density, look.dense),
        ):
            box.setCurrentIndex(box.findData(value))
            box.activated.connect(self._choose_appearance)
        self.idle = StillSpinBox(self)
        self.idle.setAccessibleName(self.tr("Minutes without use until the vault locks"))
        self.idle.setRange(1, 240)
        self.idle.setValue(settings.idle_minutes(desk.reader))
        self.idle.setSuffix(self.tr(" min"))
        form.add(self.tr("Lock when unused for"), self.idle)

        layout.addWidget(page_layout.heading(self.tr("What opens the vault")))
        self.keys = KeysView(desk, self)
        layout.addWidget(self.keys)
        layout.addWidget(page_layout.heading(self.tr("Check")))
        self.check = CheckView(desk, self)
        layout.addWidget(self.check)
        layout.addWidget(page_layout.heading(self.tr("Against an old copy put back")))
        self.head = HeadView(desk, self)
        layout.addWidget(self.head)
        layout.addWidget(page_layout.heading(self.tr("Backup")))
        self.backup = BackupView(desk, self)
        layout.addWidget(self.backup)
        layout.addWidget(page_layout.heading(self.tr("Wipe")))
        self.wipe = WipeView([backup_words.of_row(row) for row in backups.listed(desk.reader)], self)
        layout.addWidget(self.wipe)
        self.backup.listed.connect(self.wipe.show_backups)
        self.wipe.wanted.connect(desk.wipe_wanted)
        layout.addStretch(1)
        self.language.activated.connect(self._choose_language)
        self.labels.editingFinished.connect(self._choose_labels)
        self.idle.valueChanged.connect(self._choose_idle)

    @classmethod
    def title(cls) -> str:
        """Return the name of the page, as shown in the navigation rail."""
        return QCoreApplication.translate("SettingsView", "Settings")

    def topic(self) -> str:
        """Return the name of the help page for the part of this page that has, or last had, the focus."""
        maker = self._makers.get(self.tabs.currentWidget())
        if maker is not None:
            return maker[1]
        focus = self.focusWidget()
        parts = {self.check: "check", self.head: "check", self.backup: "backup", self.wipe: "wipe"}
        return next(
            (topic for part, topic in parts.items() if focus in part.findChildren(QWidget)), "passphrase"
        )

    def arrive(self) -> None:
        """Give the keyboard focus to the first setting or, if another tab is shown, to the tab bar."""
        if self.tabs.currentIndex():
            self._load()
            self.tabs.tabBar().setFocus()
        else:
            self.language.setFocus()

    def _keep(self, name: str, value: str, then: Callable[[], None]) -> None:
        self.desk.ask(self, lambda session, job: settings.keep(session, name, value), lambda _: then())

    def _choose_language(self, index: int) -> None:
        language = WindowLanguage(self.language.itemData(index))
        self._keep(settings.LANGUAGE, language, lambda: self.desk.language_wanted.emit(language))

    def _choose_labels(self) -> None:
        try:
            chain = chain_of(self.labels.text())
        except InvalidValue as error:
            self.labels_trouble.complain(messages.of(error).text, self.labels.textEdited)
            return
        if chain != settings.label_languages(self.desk.reader):
            self._keep(settings.LABELS, ",".join(chain), lambda: self._show_labels(chain))

    def _show_labels(self, chain: Chain) -> None:
        show_languages(chain)
        self.desk.language_wanted.emit(self.desk.language)  # builds every page again

    def _choose_appearance(self) -> None:
        chosen = Appearance(
            scheme=Scheme(self.scheme.currentData()),
            text_size=int(self.text_size.currentData()),
            dense=bool(self.density.currentData()),
        )
        self.desk.ask(
            self,
            lambda session, job: settings.keep_appearance(session, chosen),
            lambda _: self.desk.appearance_wanted.emit(chosen),
        )

    def _choose_idle(self, minutes: int) -> None:
        self._keep(settings.IDLE, str(minutes), lambda: self.desk.idle_wanted.emit(minutes))


_PARTS = {Kind.PLACE: PlacesView, Kind.FIELD: QuestionsView}
"""The view that shows the records of a kind."""
