"""What the recognizers withhold is a leak anywhere else, in every way to write it, and never by chance."""

from pathlib import Path

import pytest

from generator.model.meeting import SectionKind
from generator.redaction.leaks import LeakKind, scan
from generator.redaction.ledger import Secret
from generator.redaction.needles import needles
from tests.redaction.factory import item, redacted, section


@pytest.mark.parametrize(
    ("kind", "withheld", "written"),
    [
        ("email_address", "maija.kuutamo@posti.example", "Maija.Kuutamo@posti.example"),
        ("email_address", "maija.kuutamo@posti.example", "mailto:maija.kuutamo%40posti.example"),
        ("street_address", "Kuutamokatu 5 A 12", "KUUTAMOKATU 5\u00a0A 12"),
        ("street_address", "Kuutamokatu 5 A 12", "kuutamokatu-5-a-12"),
        ("iban", "FI21 1234 5600 0007 85", "FI2112345600000785"),
        ("iban", "FI2112345600000785", "<b>FI21 1234</b> 5600 0007 85"),
        ("iban", "123456-785", "123456 - 785"),
        ("property_identifier", "999-4-19-108", "999 4 19 108"),
        ("vehicle_registration", "ZZX-123", "zzx123"),
        ("vehicle_registration", "ZZX123", "ZZX123"),
        ("customer_number", "12 345 678", "12345678"),
        ("customer_number", "XP1234567", "XP1234567"),
        ("swedish_personal_number", "19900101-9802", "199001019802"),
        ("personal_identity_code", "\uff10\uff11\uff10\uff11\uff19\uff10-900X", "010190-900X"),
    ],
)
def test_a_withheld_identifier_is_found_in_another_spelling(tmp_path: Path, kind: str, withheld: str, written: str) -> None:
    (tmp_path / "sivu.html").write_text(f"<p>Muuta tekstiä {written} ja muuta.</p>", encoding="utf-8")

    assert {leak.path for leak in scan(tmp_path, needles((Secret(kind, withheld),), "m", ()))} == {"sivu.html"}


@pytest.mark.parametrize(
    ("kind", "withheld", "written"),
    [
        ("date_of_birth", "1.1.1990", "Kokous 1.1.1990"),
        ("health_context", "toimeentulotukea", "Kaupunki myöntää toimeentulotukea."),
        ("personal_identity_code", "900X", "lomake 900X"),
        ("property_identifier", "RN:o 4:19", "kello 4:19"),
        ("customer_number", "123456", "yhteensä 9123456 euroa"),
        ("street_address", "Kuutamokatu 5 A 12", "Kuutamokatu 5 B 12"),
    ],
)
def test_what_stands_elsewhere_by_chance_is_no_leak(tmp_path: Path, kind: str, withheld: str, written: str) -> None:
    (tmp_path / "sivu.html").write_text(f"<p>{written}</p>", encoding="utf-8")

    assert scan(tmp_path, needles((Secret(kind, withheld),), "m", ())) == ()


def test_an_officials_address_that_is_shown_as_a_contact_is_no_leak(tmp_path: Path) -> None:
    mail = "maija.kuutamo@kuutamoniemi.example"
    made = redacted(item(section(f"Kirjoita {mail}."), section(f"Lisätiedot: {mail}", kind=SectionKind.MORE_INFORMATION)))
    (tmp_path / "sivu.html").write_text(f"<p>{mail}</p>", encoding="utf-8")

    assert made.withheld == {"email_address": 1}
    assert scan(tmp_path, made.needles) == ()


def test_a_withheld_bank_account_is_a_leak_even_where_a_contact_shows_it(tmp_path: Path) -> None:
    account = "FI21 1234 5600 0007 85"
    made = redacted(item(section(f"Tilille {account}.")))
    (tmp_path / "sivu.html").write_text(f"<p>{account}</p>", encoding="utf-8")

    assert [leak.kind for leak in scan(tmp_path, made.needles, [account])] == [LeakKind.IDENTIFIER]
