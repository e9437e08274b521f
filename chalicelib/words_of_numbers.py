"""The words for numbers up to a thousand, in English and Spanish. Data, no rules."""

UNITS = {
    word: digit
    for digit, words in enumerate(
        "zero cero oh nought/one uno/two dos/three tres/four cuatro/five cinco/six seis"
        "/seven siete/eight ocho/nine niner nueve".split("/")
    )
    for word in words.split()
}
TEENS = {
    word: number
    for number, words in enumerate(
        (
            "ten diez",
            "eleven once",
            "twelve doce",
            "thirteen trece",
            "fourteen catorce",
            "fifteen quince",
            "sixteen dieciséis dieciseis",
            "seventeen diecisiete",
            "eighteen dieciocho",
            "nineteen diecinueve",
        ),
        10,
    )
    for word in words.split()
} | {
    word: number
    for number, words in enumerate(
        (
            "veintiuno veintiún",
            "veintidós veintidos",
            "veintitrés veintitres",
            "veinticuatro",
            "veinticinco",
            "veintiséis veintiseis",
            "veintisiete",
            "veintiocho",
            "veintinueve",
        ),
        21,
    )
    for word in words.split()
}
TENS = {
    word: number * 10
    for number, words in enumerate(
        (
            "twenty veinte",
            "thirty treinta",
            "forty fourty cuarenta",
            "fifty cincuenta",
            "sixty sesenta",
            "seventy setenta",
            "eighty ochenta",
            "ninety noventa",
        ),
        2,
    )
    for word in words.split()
}
HUNDREDS = {
    word: hundreds
    for hundreds, words in enumerate(
        (
            "cien ciento",
            "doscientos doscientas",
            "trescientos trescientas",
            "cuatrocientos cuatrocientas",
            "quinientos quinientas",
            "seiscientos seiscientas",
            "setecientos setecientas",
            "ochocientos ochocientas",
            "novecientos novecientas",
        ),
        1,
    )
    for word in words.split()
}
