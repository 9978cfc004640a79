"""What of a name survives transliteration."""

from __future__ import annotations

import pytest

from mtqa.text.names import sounds

SAME = """
Zelensky/Selenskyj Zelenskyy/Selenskyj Chukotka/Tschukotka Zhukov/Schukow Dmitriev/Dmitrijew Gorbachev/Gorbatschow
Khrushchev/Chruschtschow Yeltsin/Jelzin Kherson/Cherson Lukashenko/Lukaschenko Sergey/Sergei Yevgeny/Jewgeni
Navalny/Nawalny Yanukovych/Janukowytsch Tchaikovsky/Tschaikowski Zhirinovsky/Schirinowski Kozlov/Koslow
Solovyov/Solowjow Podolyak/Podoljak Yermak/Jermak Reznikov/Resnikow Rouhani/Rohani Grigory/Grigori
""".split()
OTHER = "Hartwell/Hertwell Witkoff/Watkoff Hartwell/Hartmell Kirill/Karill Merkel/Markel".split()


@pytest.mark.parametrize("pair", SAME)
def test_two_customs_of_one_name_sound_alike(pair: str) -> None:
    one, other = pair.split("/")
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize("pair", OTHER)
def test_a_slip_does_not(pair: str) -> None:
    one, other = pair.split("/")
    assert sounds(one) != sounds(other)
