"""Lay a redacted model out as a PDF.

Nothing but the model decides the bytes: not the day, the user, the machine, nor what this process
has laid out before. `press.print_pdf` runs it in a process of its own.
"""

import io

from hrddesk.publish.content.form import FormDocument
from hrddesk.publish.pdf.progress import Told, nobody
from hrddesk.publish.process.reportlab_setup import settle
from hrddesk.redact.model.model import RedactedModel


def lay_out(model: RedactedModel, progress: Told = nobody) -> bytes:
    """Return the PDF of `model`; `progress` is called with how far it is, in hundredths that only grow."""
    settle()  # before anything imports reportlab
    from hrddesk.publish.pdf.composition import compose

    target = io.BytesIO()
    compose(model, target, progress)
    return target.getvalue()


def lay_out_form(form: FormDocument) -> bytes:
    """Return the PDF of a filled form, by the same means."""
    settle()  # before anything imports reportlab
    from hrddesk.publish.pdf.form_pages import compose

    target = io.BytesIO()
    compose(form, target)
    return target.getvalue()
