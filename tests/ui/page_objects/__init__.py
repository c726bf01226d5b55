"""Page objects: what a person can do on a page of the window, and what they can read there.

Each module is about one room. Tests ask these objects, and only these know how the window is put together.
"""
