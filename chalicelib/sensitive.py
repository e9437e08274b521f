"""What a greeting never brings up by itself: health, death, money, conflict. No I/O.

The caller may speak of it, and the agent knows; but somebody else may have picked up the telephone.
"""

import re

# Beginnings of words, without accents.
_ENGLISH = """
abus accident addict afraid alcohol alzheimer ambulanc amput anxi arrest assault attack bankrupt
bereav betray biops bleed blood bomb bruis buri cancer cataract cemeter chemo clinic coffin comatos
court crash cremat cried crime criminal cruel crying danger dead death debt dement depress diabet
diagnos died disab diseas divorc doctor donat drown drug drunk dying emergenc evict feud
fever fight fought fraud funeral grave grief griev guilt gun hate hospice hospital
hurt illness injur insulin insur jail kill lawsuit lawyer loan lonel loss lost lung medic miscarr
mistress money mortgag mourn murder nurs obitua operatio overboard overdos pain paralys passed
pension pill poor prison quarrel rape rehab result revenge sad salary scar scream sepsis shame
shot sick stroke suicid surgeon surger tax threat treatment tumor tumour ugly victim violen wake
war ward weapon wheelchair widow will wound wrist
"""
_SPANISH = """
abort abus accident acus alcohol ambulanci ansied asalt asesin ataud banc
biops borrach cadaver cancer
carcel catarat cemeter cirugi clinic corazon crimen cruel cuchill culp demand demenci deprim deud
diabet diagnost dinero divorc doctor dolor drog duel embargo emborrach enferm enterr entierr ferid
fiebre funeral guerr herenci herid hospital infart insulin insult juici llanto llor lut mat med
medic miedo mori muert murio oper pele pelea perdi pistol pleit pobre policia prest rob robo sangr
seguro separ sepelio soledad solo sueldo suicid testament traici tratamient triste tumor velorio
venganz violen viud
"""
_BEGINNINGS = tuple(sorted({*_ENGLISH.split(), *_SPANISH.split()}, key=len))
_WORD = re.compile(r"[^\W\d_]+")
_ACCENTS = str.maketrans("áéíóúüñ", "aeiouun")


def is_sensitive(words: str) -> bool:
    """Tell if ``words`` touch something that a greeting had better leave to the caller.

    It is cautious: what only sounds like it counts as well.
    """
    plain = words.lower().translate(_ACCENTS)
    return any(word.startswith(_BEGINNINGS) for word in _WORD.findall(plain))
