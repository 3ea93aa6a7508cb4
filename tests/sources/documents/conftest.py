"""What the tests of documents share."""

import pytest


@pytest.fixture
def write(tmp_path):
    """Write bytes to a file of the given name and give its path."""

    def write(name, data):
        file = tmp_path / name
        file.write_bytes(data)
        return file

    return write
