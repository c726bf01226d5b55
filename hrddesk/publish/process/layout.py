"""The layout of a redacted model as a PDF.

The bytes depend on the model alone, not on the day, the user, the machine or earlier layouts of the process.
`press.print_pdf` runs the layout in a process of its own.
"""

import io

from hrddesk.publish.content.form import FormDocument
from hrddesk.publish.pdf.progress import Told, nobody
from hrddesk.publish.process.reportlab_setup import settle
from hrddesk.redact.model.model import RedactedModel


def lay_out(model: RedactedModel, progress: Told = nobody) -> bytes:
    """Return the PDF of `model`.

    `progress` is called with the finished share in hundredths, which never decreases.
    """
    settle()  # before anything imports reportlab
    from hrddesk.publish.pdf.composition import compose

    target = io.BytesIO()
    compose(model, target, progress)
    return target.getvalue()


def lay_out_form(form: FormDocument) -> bytes:
    """Return the PDF of a filled form."""
    settle()  # before anything imports reportlab
    from hrddesk.publish.pdf.form_pages import compose

    target = io.BytesIO()
    compose(form, target)
    return target.getvalue()
