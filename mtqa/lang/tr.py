"""Turkish: what tells it from other languages, and how it writes numbers, quotes and months."""

from __future__ import annotations

from mtqa.lang.base import Language

FUNCTION_WORDS = """
ve veya ya da de ile ise ama fakat ancak çünkü eğer ki hem ne bile dahi yani oysa halde bir bu şu o bunlar
şunlar onlar bunu şunu onu bunun onun buna ona bunda onda bundan ondan bunları onları onların ben sen biz siz
beni seni bizi sizi benim senin bizim sizin bana sana bize size bende bizde kendi kendisi kendine kendini kim
kimin neden niçin nasıl nerede nereye hangi kaç zaman için gibi kadar göre sonra önce beri doğru karşı üzere
üzerinde üzerine altında içinde içinden arasında tarafından hakkında dolayı rağmen yanında dışında boyunca var
yok değil mi mı mu mü idi olan olarak oldu olduğu olduğunu olması olur olacak olmak olsa oluyor etti eden
ederek etmek edilen ediyor yapan yapılan dedi çok daha en az pek biraz her hiç bazı tüm bütün hep aynı başka
diğer böyle şöyle öyle şimdi artık hala henüz yine tekrar sadece yalnız belki evet hayır burada orada bugün
"""

ABBREVIATIONS = """
A.Ş. apt. Av. Bay. bkz. Cad. cad. Doç. Dr. Ltd. M.S. M.Ö. Mah. mah. no. Prof. s. sf. Sn. Sok. sok. T.C. tel.
vb. vd. vs. yak. yy. örn. Şti.
"""

SPELLINGS = r"""
l[ae]r$ leri ları l[ıi]k m[ae]k$ ı ğ ş yor d[ıiuü]r$ [ıiuü]n[ae]$ d[ae]n?$ ç ^ç
"""

TURKISH = Language(
    code="tr",
    name="Turkish",
    plurals=("one", "other"),
    decimal=",",
    group=".\u00a0\u202f",
    quotes=(("“", "”"), ("‘", "’"), ("«", "»")),
    abbreviations=frozenset(ABBREVIATIONS.split()),
    months=("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım",
            "Aralık"),
    function_words=frozenset(FUNCTION_WORDS.split()),
    spellings=tuple(SPELLINGS.split()),
    letters="çğıöşüâîû",
    ordinal_dot=True,
)  # fmt: skip
