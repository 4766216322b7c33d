"""Java's texts for times and durations, and Python's objects for them.

Java counts nanoseconds and knows years that Python does not. What is finer than a microsecond is
cut with a `DrystoneWarning`; what is out of range is a ValueError.
"""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time, timedelta, timezone

from drystone.errors import DrystoneWarning

_DATE = r"(?P<year>[+-]?\d{4,})-(?P<month>\d\d)-(?P<day>\d\d)"
_TIME = r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d{1,9}))?)?"
_FORMS = {
    "date": re.compile(_DATE),
    "time": re.compile(_TIME),
    "datetime": re.compile(f"{_DATE}T{_TIME}"),
    "instant": re.compile(f"{_DATE}T{_TIME}Z"),
}
_DURATION = re.compile(
    r"PT(?:(?P<hours>-?\d+)H)?(?:(?P<minutes>-?\d+)M)?"
    r"(?:(?P<sign>-?)(?P<seconds>\d+)(?:\.(?P<fraction>\d{1,9}))?S)?"
)


def date_of(text: str) -> date:
    """Reads a LocalDate."""
    return date(*_date_fields(_match("date", text)))


def time_of(text: str) -> time:
    """Reads a LocalTime."""
    return time(*_time_fields(_match("time", text), text))


def datetime_of(text: str) -> datetime:
    """Reads a LocalDateTime as a naive datetime."""
    found = _match("datetime", text)
    return datetime(*_date_fields(found), *_time_fields(found, text))


def instant_of(text: str) -> datetime:
    """Reads an Instant as an aware datetime in UTC."""
    found = _match("instant", text)
    return datetime(*_date_fields(found), *_time_fields(found, text), tzinfo=timezone.utc)


def moment_of(text: str) -> datetime:
    """Reads when something happened; what is finer than a microsecond does not matter there."""
    return instant_of(re.sub(r"(\.\d{6})\d+", r"\1", text))


def duration_of(text: str) -> timedelta:
    """Reads a Duration."""
    found = _DURATION.fullmatch(text)
    if found is None or text == "PT":
        raise ValueError(f"{text!r} is no duration")
    seconds = int(found["seconds"] or 0)
    micros = _micros(found["fraction"], text)
    sign = -1 if found["sign"] else 1
    try:
        return timedelta(
            hours=int(found["hours"] or 0),
            minutes=int(found["minutes"] or 0),
            seconds=sign * seconds,
            microseconds=sign * micros,
        )
    except OverflowError:
        raise ValueError(f"{text} is outside the range of Python's timedelta") from None


def instant_text(moment: datetime) -> str:
    """Writes an aware datetime as an Instant."""
    utc = moment.astimezone(timezone.utc).replace(tzinfo=None)
    return utc.isoformat() + "Z"


def duration_text(span: timedelta) -> str:
    """Writes a timedelta as a Duration."""
    micros = span // timedelta(microseconds=1)
    seconds, rest = divmod(abs(micros), 1_000_000)
    return f"PT{'-' if micros < 0 else ''}{seconds}.{rest:06d}S"


def _match(form: str, text: str) -> re.Match[str]:
    found = _FORMS[form].fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no {form}")
    return found


def _date_fields(found: re.Match[str]) -> tuple[int, int, int]:
    year = int(found["year"])
    if not 1 <= year <= 9999:
        raise ValueError(f"{found[0]} is outside the years 1 to 9999, which Python knows")
    return year, int(found["month"]), int(found["day"])


def _time_fields(found: re.Match[str], text: str) -> tuple[int, int, int, int]:
    micros = _micros(found["fraction"], text)
    return int(found["hour"]), int(found["minute"]), int(found["second"] or 0), micros


def _micros(fraction: str | None, text: str) -> int:
    nanos = (fraction or "").ljust(9, "0")
    if nanos[6:] != "000":
        warnings.warn(f"{text} is finer than a microsecond and was cut", DrystoneWarning, stacklevel=2)
    return int(nanos[:6])
