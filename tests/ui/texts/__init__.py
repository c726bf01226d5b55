"""What window tests look for on the screen, named once: better words are written here and nowhere else.

Each module holds the texts of one room. A text is a source of the catalogue, or a part of one; `{}` stands
where the window puts a value. A name says what the text means ("BUNDLE_WRITTEN"), not how it is put.
"""
