"""What Jupyter's settings as JSON cannot say. Written by the set-up of the course."""

c = get_config()  # noqa: F821, Jupyter defines it


def signatures():
    """Where Jupyter remembers which notebooks are trusted: in its usual place, but a disk that is full, or a database
    that another server holds, keeps nobody from opening a notebook, which would only note that it was seen."""
    import os

    from jupyter_core.paths import jupyter_data_dir
    from nbformat import sign

    if sign.sqlite3 is None:
        return sign.MemorySignatureStore()
    unwritable = sign.sqlite3.OperationalError

    class Signatures(sign.SQLiteSignatureStore):
        def check_signature(self, digest, algorithm):
            try:
                return super().check_signature(digest, algorithm)
            except unwritable:
                self.db.rollback()
                known = "SELECT id FROM nbsignatures WHERE algorithm = ? AND signature = ?"
                return self.db.execute(known, (algorithm, digest)).fetchone() is not None

        def store_signature(self, digest, algorithm):
            try:
                super().store_signature(digest, algorithm)
            except unwritable:
                self.db.rollback()

    return Signatures(os.path.join(jupyter_data_dir(), "nbsignatures.db"))


c.NotebookNotary.store_factory = signatures
