"""Cut the power of a recorded run at any moment: what the disk may hold then, and nothing more.

    recording = power.record(folder, work)        # `work` prints a line after each thing it acknowledges
    for state in power.states(recording, seed="save", count=50):
        power.lay(state, elsewhere)               # the folder as it is after the power came back
        ... open it; whatever is in state.printed must be there

The model is the worst that file systems do. A write lasts once its file was synced after it; until then it
may be there, be dropped, or be torn at 512 or 4096 bytes, in any order. A new name, a rename or a removal
lasts once its folder was synced; until then any number of the latest ones may be missing, whatever became of
the contents. What is written through a mapping is not seen: SQLite does that to `-shm` only, which it makes
anew.
"""

import os
import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests import campaigns
from tests.faults.calls import Work, run

SECTORS: Final = (512, 4096)
_AT_FDCWD: Final = (1 << 32) - 100
_ROOT: Final = 0
_DELETED: Final = " (deleted)"
_REMOVE_FOLDER: Final = 0x200  # AT_REMOVEDIR


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. `node` is the file that is written or synced, or that gets a name."""

    kind: str
    """write, size, sync, name, unname, move, said"""
    node: int = -1
    folder: int = -1
    name: str = ""
    offset: int = 0
    data: bytes = b""
    moved_from: tuple[int, str] = (-1, "")


@dataclass(slots=True)
class Disk:
    """Files and folders by number: what is in them, and under which names."""

    contents: dict[int, bytearray] = field(default_factory=dict)
    names: dict[int, dict[str, int]] = field(default_factory=lambda: {_ROOT: {}})

    def copy(self) -> "Disk":
        """Return a disk that can be changed on its own."""
        return Disk(
            {node: bytearray(data) for node, data in self.contents.items()},
            {node: dict(names) for node, names in self.names.items()},
        )

    def apply(self, event: Event) -> None:
        """Let an event happen; a name that is not there cannot be moved or removed."""
        if event.kind == "write":
            data = self.contents[event.node]
            data.extend(bytes(max(event.offset - len(data), 0)))
            data[event.offset : event.offset + len(event.data)] = event.data
        elif event.kind == "size":
            data = self.contents[event.node]
            del data[event.offset :]
            data.extend(bytes(event.offset - len(data)))
        elif event.kind == "name":
            self.names[event.folder][event.name] = event.node
        elif event.kind == "unname":
            self.names[event.folder].pop(event.name, None)
        elif event.kind == "move":
            node = self.names[event.moved_from[0]].pop(event.moved_from[1], None)
            if node is not None:
                self.names[event.folder][event.name] = node

    def tree(self, node: int = _ROOT, above: str = "") -> dict[str, bytes | None]:
        """Return the content of every file by its path; None for a folder."""
        found: dict[str, bytes | None] = {}
        for name, below in self.names[node].items():
            path = f"{above}{name}"
            if below in self.names:
                found[path] = None
                found |= self.tree(below, path + "/")
            else:
                found[path] = bytes(self.contents[below])
        return found


@dataclass(slots=True)
class Recording:
    """A run: what the disk held before, all that happened, and all that it held at the end."""

    before: Disk
    events: list[Event]
    after: Disk
    code: int
    printed: str


@dataclass(frozen=True, slots=True)
class State:
    """What the disk holds after a power cut. `printed` is what had been acknowledged before it."""

    tree: dict[str, bytes | None]
    printed: str
    how: str


def record(folder: Path, work: Work) -> Recording:
    """Run `work` in a child and record all that it does to the files below `folder`."""
    recorder = _Recorder(folder)
    outcome = run(work, see=recorder.see)
    recording = Recording(recorder.before, recorder.events, recorder.disk, outcome.code, outcome.printed)
    there = {path: None if data is None else bytes(data) for path, data in recorder.disk.tree().items()}
    assert _without_shm(there) == _without_shm(_read(folder)), "the recording is not what happened"
    return recording


def states(
    recording: Recording, *, seed: str, count: int, chance: random.Random | None = None
) -> Iterator[State]:
    """Yield `count` states: moments spread over the run, each with its own choice of what is lost.

    At every moment all that was not synced is lost once, and nothing of it once, before chance chooses. Fewer
    are a sample of that, always with the begin and with the end, where only what was synced is there. What is
    drawn follows from the run's seed and the name `seed`, unless `chance` is given. Fail at the end where no
    cut took anything away.
    """
    chance = chance or campaigns.chance(f"power {seed}")
    whole, lost = recording.after.tree(), 0
    moments = list(range(len(recording.events) + 1))
    planned = [(moment, keep) for moment in moments for keep in ("nothing", "everything")]
    if count < len(planned):
        ends = [(moments[0], "nothing"), (moments[-1], "nothing")]
        planned = ends + chance.sample(planned, max(count // 2 - len(ends), 0))
    planned += [(chance.choice(moments), "some") for _ in range(count - len(planned))]
    for moment, keep in planned:
        state = state_at(recording, moment, keep, chance)
        lost += state.tree != whole
        yield state
    assert lost, "the power never went: everything was there each time"
    print(f"{seed}: {len(planned)} states after {len(moments)} moments")


def state_at(recording: Recording, moment: int, keep: str, chance: random.Random) -> State:
    """Return what the disk may hold when the power goes after so many events."""
    happened = recording.events[:moment]
    disk = recording.before.copy()
    kept = {
        node: chance.randrange(len(happened) + 1) if keep == "some" else moment * (keep == "everything")
        for node in {event.folder for event in happened}
    }
    for number, event in enumerate(happened):
        if event.kind in ("sync", "said"):
            continue
        names = event.kind in ("name", "unname", "move")
        holder = event.folder if names else event.node
        lasts = any(later.kind == "sync" and later.node == holder for later in happened[number:])
        if event.kind == "name":  # the file itself, which is nowhere before it has a name
            if event.offset:
                disk.names.setdefault(event.node, {})
            else:
                disk.contents.setdefault(event.node, bytearray())
        elif not names:
            disk.contents.setdefault(event.node, bytearray())  # written before it has any name
        if lasts or keep == "everything" or (names and number < kept[holder]):
            disk.apply(event)
        elif not names and keep == "some" and event.kind == "write":
            for piece in _torn(event, chance):
                disk.apply(piece)
        elif not names and keep == "some" and chance.random() < 0.5:
            disk.apply(event)
    said = "".join(event.data.decode("utf-8", "replace") for event in happened if event.kind == "said")
    return State(disk.tree(), said, f"after event {moment} of {len(recording.events)}, keeping {keep}")


def lay(state: State, folder: Path) -> None:
    """Write a state into an empty or new folder."""
    folder.mkdir(exist_ok=True)
    for path, data in state.tree.items():
        if data is None:
            (folder / path).mkdir(mode=0o700)
        else:
            (folder / path).write_bytes(data)


def _torn(event: Event, chance: random.Random) -> Iterator[Event]:
    """Yield what became of a write that was not synced: all, none, or some of its sectors."""
    fate = chance.random()
    if fate < 0.3:
        return
    if fate < 0.6:
        yield event
        return
    sector = chance.choice(SECTORS)
    start, end = event.offset, event.offset + len(event.data)
    while start < end:
        stop = min((start // sector + 1) * sector, end)
        if chance.random() < 0.5:
            data = event.data[start - event.offset : stop - event.offset]
            yield Event("write", event.node, offset=start, data=data)
        start = stop


def _read(folder: Path) -> dict[str, bytes | None]:
    return {
        str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }


def _without_shm(tree: dict[str, bytes | None]) -> dict[str, bytes | None]:
    return {path: data for path, data in tree.items() if not path.endswith("-shm")}


class _Recorder:
    """Follows the calls of the child. It is asked before each, so the files are still as they were."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self._known: dict[tuple[int, int], int] = {}
        self._next = _ROOT + 1
        self.events: list[Event] = []
        self.disk = Disk()
        for path, data in sorted(_read(self._root).items()):
            node = self._new()
            folder, name = self._place(str(self._root / path)) or (_ROOT, path)
            self.disk.names[folder][name] = node
            if data is None:
                self.disk.names[node] = {}
            else:
                self.disk.contents[node] = bytearray(data)
        self.before = self.disk.copy()

    def see(self, call: str, process: int, arguments: list[int]) -> None:
        """Note what a call is going to do."""
        follow = getattr(self, f"_{call}", None)
        if follow is None:
            raise NotImplementedError(f"the recorder does not know {call}")
        follow(process, arguments)

    def _happen(self, event: Event) -> None:
        self.events.append(event)
        self.disk.apply(event)

    def _new(self) -> int:
        self._next += 1
        return self._next

    # --- names ------------------------------------------------------------------------------------------

    def _place(self, path: str) -> tuple[int, str] | None:
        """Return the folder and the name of a path below the root; None for one elsewhere."""
        real = Path(os.path.realpath(Path(path).parent)) / Path(path).name
        if self._root not in real.parents:
            return None
        node = _ROOT
        for part in real.parent.relative_to(self._root).parts:
            node = self.disk.names[node][part]
        return node, real.name

    def _path(self, process: int, folder: int, pointer: int) -> str:
        with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
            raw = b""
            while b"\0" not in raw:
                memory.seek(pointer + len(raw))
                raw += memory.read(256 - (pointer + len(raw)) % 256)  # never past the page
        text = os.fsdecode(raw.partition(b"\0")[0])
        start = "cwd" if folder & 0xFFFFFFFF == _AT_FDCWD else f"fd/{folder & 0xFFFFFFFF}"
        return str(Path(f"/proc/{process}/{start}").readlink() / text)

    def _make(self, path: str, *, folder: bool) -> None:
        place = self._place(path)
        if place is None or place[1] in self.disk.names[place[0]]:
            return
        node = self._new()
        if folder:
            self.disk.names[node] = {}
        else:
            self.disk.contents[node] = bytearray()
        self._happen(Event("name", node, place[0], place[1], offset=int(folder)))

    def _opened(self, process: int, folder: int, pointer: int, flags: int) -> None:
        if flags & os.O_TMPFILE == os.O_TMPFILE or not flags & (os.O_CREAT | os.O_TRUNC):
            return
        path = self._path(process, folder, pointer)
        place = self._place(path)
        if place is None:
            return
        if place[1] not in self.disk.names[place[0]]:
            if flags & os.O_CREAT:
                self._make(path, folder=False)
        elif flags & os.O_TRUNC and not flags & os.O_EXCL:
            self._happen(Event("size", self.disk.names[place[0]][place[1]]))

    def _open(self, process: int, arguments: list[int]) -> None:
        self._opened(process, _AT_FDCWD, arguments[0], arguments[1])

    def _openat(self, process: int, arguments: list[int]) -> None:
        self._opened(process, arguments[0], arguments[1], arguments[2])

    def _creat(self, process: int, arguments: list[int]) -> None:
        self._opened(process, _AT_FDCWD, arguments[0], os.O_CREAT | os.O_TRUNC)

    def _mkdir(self, process: int, arguments: list[int]) -> None:
        self._make(self._path(process, _AT_FDCWD, arguments[0]), folder=True)

    def _mkdirat(self, process: int, arguments: list[int]) -> None:
        self._make(self._path(process, arguments[0], arguments[1]), folder=True)

    def _removed(self, path: str) -> None:
        place = self._place(path)
        if place is not None and place[1] in self.disk.names[place[0]]:
            self._happen(Event("unname", folder=place[0], name=place[1]))

    def _unlink(self, process: int, arguments: list[int]) -> None:
        self._removed(self._path(process, _AT_FDCWD, arguments[0]))

    def _rmdir(self, process: int, arguments: list[int]) -> None:
        place = self._place(self._path(process, _AT_FDCWD, arguments[0]))
        if place is not None and not self.disk.names[self.disk.names[place[0]][place[1]]]:
            self._happen(Event("unname", folder=place[0], name=place[1]))

    def _unlinkat(self, process: int, arguments: list[int]) -> None:
        self._removed(self._path(process, arguments[0], arguments[1]))

    def _moved(self, before: str, after: str) -> None:
        source, target = self._place(before), self._place(after)
        assert (source is None) == (target is None), "a move into or out of the folder is not followed"
        if source is not None and target is not None and source[1] in self.disk.names[source[0]]:
            self._happen(Event("move", folder=target[0], name=target[1], moved_from=source))

    def _rename(self, process: int, arguments: list[int]) -> None:
        paths = [self._path(process, _AT_FDCWD, pointer) for pointer in arguments[:2]]
        self._moved(*paths)

    def _renameat(self, process: int, arguments: list[int]) -> None:
        self._moved(
            self._path(process, arguments[0], arguments[1]), self._path(process, arguments[2], arguments[3])
        )

    _renameat2 = _renameat

    def _linkat(self, process: int, arguments: list[int]) -> None:
        source = self._path(process, arguments[0], arguments[1])
        place = self._place(self._path(process, arguments[2], arguments[3]))
        if place is None:
            return
        number = source.rpartition("/proc/self/fd/")[2] if "/proc/self/fd/" in source else ""
        if number:
            node = self._node(process, int(number))
        else:
            there = self._place(source)
            node = None if there is None else self.disk.names[there[0]][there[1]]
        assert node is not None
        if place[1] not in self.disk.names[place[0]]:
            self._happen(Event("name", node, place[0], place[1]))

    # --- contents ---------------------------------------------------------------------------------------

    def _node(self, process: int, descriptor: int) -> int | None:
        """Return the number of an open file; None where it is not below the root."""
        link = Path(f"/proc/{process}/fd/{descriptor & 0xFFFFFFFF}")
        try:
            path, found = str(link.readlink()), link.stat()
        except OSError:
            return None
        if path == str(self._root):
            return _ROOT
        if not path.startswith(f"{self._root}/"):
            return None
        key = (found.st_dev, found.st_ino)
        if not path.endswith(_DELETED):
            place = self._place(path)
            if place is not None and place[1] in self.disk.names[place[0]]:
                self._known[key] = self.disk.names[place[0]][place[1]]
        elif key not in self._known:  # made without a name
            self._known[key] = self._new()
            self.disk.contents[self._known[key]] = bytearray()
        return self._known[key]

    def _written(self, process: int, descriptor: int, data: bytes, offset: int | None) -> None:
        link = Path(f"/proc/{process}/fd/{descriptor & 0xFFFFFFFF}")
        if str(link.readlink()).startswith("/memfd:printed"):
            self._happen(Event("said", data=data))
            return
        node = self._node(process, descriptor)
        if node is not None:
            where = self._position(process, descriptor, node) if offset is None else offset
            self._happen(Event("write", node, offset=where, data=data))

    def _position(self, process: int, descriptor: int, node: int) -> int:
        said = Path(f"/proc/{process}/fdinfo/{descriptor & 0xFFFFFFFF}").read_text()
        lines = dict(line.split(":\t") for line in said.splitlines() if ":\t" in line)
        if int(lines["flags"], 8) & os.O_APPEND:
            return len(self.disk.contents[node])
        return int(lines["pos"])

    def _memory(self, process: int, pointer: int, size: int) -> bytes:
        with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
            memory.seek(pointer)
            return memory.read(size)

    def _write(self, process: int, arguments: list[int]) -> None:
        self._written(process, arguments[0], self._memory(process, arguments[1], arguments[2]), None)

    def _pwrite64(self, process: int, arguments: list[int]) -> None:
        data = self._memory(process, arguments[1], arguments[2])
        self._written(process, arguments[0], data, arguments[3])

    def _writev(self, process: int, arguments: list[int]) -> None:
        self._written(process, arguments[0], self._gathered(process, arguments), None)

    def _pwritev(self, process: int, arguments: list[int]) -> None:
        self._written(process, arguments[0], self._gathered(process, arguments), arguments[3])

    def _gathered(self, process: int, arguments: list[int]) -> bytes:
        vectors = struct.iter_unpack("=QQ", self._memory(process, arguments[1], 16 * arguments[2]))
        return b"".join(self._memory(process, pointer, size) for pointer, size in vectors)

    def _sendfile(self, process: int, arguments: list[int]) -> None:
        self._copied(process, arguments[1], arguments[2], arguments[0], arguments[3])

    def _copy_file_range(self, process: int, arguments: list[int]) -> None:
        assert not arguments[3], "a place in the target is not followed"
        self._copied(process, arguments[0], arguments[1], arguments[2], arguments[4])

    def _copied(self, process: int, source: int, pointer: int, target: int, size: int) -> None:
        if pointer:
            start = struct.unpack("=q", self._memory(process, pointer, 8))[0]
        else:
            said = Path(f"/proc/{process}/fdinfo/{source & 0xFFFFFFFF}").read_text()
            start = int(said.partition("pos:\t")[2].split()[0])
        with Path(f"/proc/{process}/fd/{source & 0xFFFFFFFF}").open("rb") as file:
            file.seek(start)
            data = file.read(size)
        if data:
            self._written(process, target, data, None)

    def _ftruncate(self, process: int, arguments: list[int]) -> None:
        node = self._node(process, arguments[0])
        if node is not None:
            self._happen(Event("size", node, offset=arguments[1]))

    def _fallocate(self, process: int, arguments: list[int]) -> None:
        node = self._node(process, arguments[0])
        assert node is None, "room that is reserved is not followed"

    def _fsync(self, process: int, arguments: list[int]) -> None:
        node = self._node(process, arguments[0])
        if node is not None:
            self._happen(Event("sync", node))

    _fdatasync = _fsync

    def _fchmod(self, process: int, arguments: list[int]) -> None:
        """A mode is no content."""

    _chmod = _fchmodat = _fchmod
