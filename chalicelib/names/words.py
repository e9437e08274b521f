"""Words about names, in English and Spanish, lower case and without accents. Data, no rules.

Names themselves are not listed: a name that no list knows must be recognised by how it was said.
"""

# What no name holds, wherever it stands in it.
NEVER = frozenset(
    "agent anonymous anonima anonimo assistant caller client cliente customer desconocida "
    "desconocido nadie nobody none nombre no not null person provided proporcionado sir madam test "
    "unknown unidentified unspecified user usuario usuaria withheld yes i i'm i'll i'd i've "
    "christ cristo".split()
)

# What firms and places are called by, beside a name.
NOT_OF_PEOPLE = frozenset(
    "farm farms ranch inc llc ltd corp company clinic elementary hospital hotel plumbing motors "
    "dental pharmacy library museum restaurant bakery department supply repair services insurance "
    "management flats roofing towing construction contracting landscaping catering logistics "
    "properties "
    "realty surveyors solicitors builders roofers plumbers electricians accountants attorneys "
    "foods farms dairy nurseries kennels stables garage labs laboratories studios studio "
    "systems solutions enterprises industries partners holdings group brothers bros sons "
    "tile tiles lettings freight groundworks scaffolding joinery carpentry masonry flooring "
    "heating electric electrical paving haulage automotive autos tyres taxis cabs travel tours "
    "events weddings orchards vineyard winery brewery tavern diner bistro kitchens seafood meats "
    "publishing records cycles bikes marine yachts storage removals couriers express cargo "
    "shipping security alarms locksmiths cleaning cleaners laundry tailoring jewellers jewelers "
    "opticians orthodontics physiotherapy veterinary pets grooming legal consulting consultants "
    "advisors financial finance credit mortgages estates rentals hire housing engineering "
    "machinery hardware timber lumber metals plastics packaging chemicals technologies software "
    "digital designs graphics signs photography productions theatre theater gallery center centre "
    "council society club association foundation charity hospice "
    "florist florists interiors fabrics textiles printing printers media motel cafe "
    "deli grill pizza pizzeria salon spa gym fitness academy university college "
    "arquitectes arquitectos abogados asociados hermanos hijos transportes construcciones "
    "talleres muebles textiles servicios inmobiliaria autoescuela peluqueria zapateria "
    "associates architects tower towers apartments building street road way avenue square "
    "boulevard terrace crescent "
    "rancho granja colegio escuela clinica iglesia parroquia ferreteria farmacia taller panaderia "
    "restaurante".split()
)

# What ends a name where nothing is written with a capital, and begins none.
STOPS = frozenset(
    "a about actually back again ain't all also am an and another any are aren't as at be because "
    "been "
    "but by call called calling calls can can't come could did didn't do does doesn't doing don't "
    "everybody everyone for from get getting give go going gonna good got had has have haven't he "
    "he's her here hers him his how im if in into is isn't it it'd it's its just "
    "know let let's like live lives looking made make me mine more much my name name's named "
    "names need "
    "never now of off oh old on only or our out please probably really said say says she she's "
    "should so some something speaking still talk talking tell than thank thanks that that's the "
    "their them then there there's these they they're thing think this those to too trying up us "
    "very want wanted was wasn't we we're well were what what's when where which who who's why "
    "will with won't would yeah year years you you're your yours "
    "todavia ahora "
    "aqui asi aun bien como con cual cuando cuanto del desde dice digo dije donde ella "
    "ellos en "
    "era eran eres es esa ese eso esta estaba estan estamos estar este esto estoy fue fui gracias "
    "ha habla hablo hace hasta hay he hoy lo llama llaman llamo mas me mi mis mucho muchos muy "
    "nada "
    "ni nos o otra otro para pero por porque pues que quien quiero se senora senor senorita ser si "
    "sin sobre solo somos son soy su sus tambien tan te tengo tiene toda todo todos tu un una unos "
    "usted ustedes va vamos verdad ya yo".split()
)

# What is also said where a name is expected. As a surname each of them may do.
NOT_FIRST = frozenset(
    "smashing brilliant splendid cracking super marvellous marvelous fabulous fantastic excellent "
    "awesome cool "
    "absolutely afraid alive alone angry anyone anything away awful awake bad better blind bless "
    "born bored busy bye cancer cheers clear close cold confused correct crazy cross curious "
    "deaf diabetic divorced done down dying early eighty eighty-one eighty-two eighty-three "
    "eighty-four eighty-five eighty-six eighty-seven eighty-eight eighty-nine eleven enough "
    "exactly "
    "excited fair father fifty fine first five forty forget four free friend full funny glad gone "
    "goodbye goodness grand grandma grandpa granny grateful great guess half happy hard hello hey "
    "hi hold home honest honestly hot hundred hungry husband ill important impossible indeed "
    "interesting jesus joking kidding late later lately left listen listening little lonely look "
    "lord lost love lovely lucky ma'am mad man married maybe mercy miserable mom mommy morning "
    "mother mum mummy nearly nervous new nice nine ninety ninety-one ninety-two ninety-three "
    "ninety-four ninety-five nope nothing ok okay okey oldest one outside over pardon perfect "
    "poor poorly possibly pretty private proud quiet quite ready recording retired rather "
    "ridiculous right sad same scared seven seventy secret sharp short sick silly single sixty "
    "sufficient sleepy slow somebody someone sometimes sorry speechless strange stubborn stuck "
    "sunny sure "
    "surely surprised sweet sweetie team ten terrible terribly terrific thinking thirty three "
    "tired today tomorrow tonight true truly twelve twenty twins two ugh unsure upset upstairs "
    "usually neither either ninguno ninguna ningun "
    "voicemail waiting warm weak weird wait welcome wet whatever whoever widow widower "
    "wife woman wonderful wondering working worried worse wrong yep yesterday yup "
    "dear honey darling sweetheart daddy dad nana papa mama sister's hmm hm mhm uh um er eh "
    "adios amiga amigo anda animo ay bendito bueno buena buenas buenos cansada cansado casada "
    "casado catolica catolico claro contenta correcto digame diga diabetica dios dispense enferma "
    "enfermo espere feliz gracias guadalupana hija hijo hola igual jubilada jubilado lista listo "
    "madre mala malo mande maestra maestro martir mejor mija mijo mire nadie oiga padre pensionada "
    "perdon perdone permiso permitame pobre preocupada preferiria prefiero pronto quizas senorito "
    "seguro servidor servidora sola soltera soltero sorda sordo tal triste vieja viejo viuda viudo "
    # days, months that are no names, nations, faiths
    "monday tuesday wednesday thursday friday saturday sunday january february march july "
    "september "
    "october november december christmas easter thanksgiving "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays "
    "lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio "
    "julio agosto septiembre octubre noviembre diciembre navidad "
    "african american arab argentine armenian asian australian austrian baptist belgian black "
    "brazilian british buddhist bulgarian canadian catholic chinese christian's colombian croatian "
    "cuban czech danish democrat dominican dutch egyptian english estonian ethiopian european "
    "filipino finnish french german greek haitian hindu hispanic hungarian indian iranian irish "
    "israeli italian jamaican japanese jewish korean latina latino latvian lebanese lithuanian "
    "lutheran mennonite methodist mexican mormon moroccan muslim nigerian norwegian orthodox "
    "pakistani persian peruvian polish portuguese presbyterian protestant quaker republican "
    "romanian russian scottish serbian sicilian slovak slovenian spanish swedish swiss syrian thai "
    "turkish ukrainian vietnamese vegan vegano vegana vegetarian welsh yankee alemana alemán "
    "americana americano argentina "
    "argentino boliviana chicana chicano chilena chileno colombiana colombiano cristiana cubana "
    "cubano ecuatoriana espanol espanola francesa gringa guatemalteca hispana hondurena italiana "
    "mexicana mexicano nortena peruana peruano salvadorena tapatia tejana venezolana "
    # places that people are from and are not called
    "alabama alaska america arizona arkansas australia brazil britain california canada chicago "
    "china colorado connecticut cuba delaware detroit england europe florida france germany "
    "guatemala hawaii honduras houston idaho illinois indiana iowa ireland italy jalisco japan "
    "kansas kentucky london louisiana maine maryland massachusetts mexico michigan minnesota "
    "mississippi missouri nebraska nevada ohio oklahoma oregon pennsylvania poland russia scotland "
    "spain tennessee texas utah vermont vietnam wales wisconsin wyoming oaxaca sonora veracruz "
    "aries taurus tauro gemini geminis virgo libra scorpio escorpio sagittarius sagitario "
    "capricorn capricornio aquarius acuario pisces piscis testigo witness "
    "pop pops gramps gran granddad grandad grammy nonna nonno abuela abuelo abuelita abuelito "
    "alzheimer's parkinson's covid facebook google".split()
)

# Of these, what is a name when it is written with a capital, or before another name.
ALSO_NAMES = frozenset("abril domingo dutch ella jesus julio will".split())
NAMES_BEFORE_OTHERS = frozenset("america an german ha honey lo love lucky mercy su sunny".split())

# "Señora" means a wife as well.
COURTESIES = frozenset({"senor", "senora", "senorita"})
TITLES = frozenset(
    "dr dra doctor doctora mr mrs ms miss mx mister missus prof professor profesor profesora sr "
    "sra srta don dona father padre sister hermana rabbi reverend rev pastor captain capitan sir "
    "maestra maestro profe mdm mme madame frau herr signora signor aunty auntie dame lady lord "
    "chief coach major judge sergeant sgt lieutenant lt colonel corporal sargento "
    "teniente coronel "
    "engineer ingeniero ingeniera licenciado licenciada arquitecto "
    "arquitecta".split()
)
PROFESSIONS = frozenset(
    "engineer ingeniero ingeniera licenciado licenciada arquitecto arquitecta pastor".split()
)
# What is said before a name like a title and is not a part of it.
CALLINGS = frozenset(
    "myself nurse officer deacon chef enfermera enfermero senor senora senorita".split()
)

PARTICLES = frozenset(
    "abu af al ap av ben bin bint da das de del della den der di do dos du e el ibn la las le los "
    "san st st. ten ter und van vda viuda von y zu zum zur".split()
)

MINE = frozenset("my our mi mis nuestra nuestro".split())
RELATIVES = (
    "wife husband spouse partner son daughter mother father mom mum mama dad sister brother aunt "
    "uncle cousin niece nephew grandson granddaughter grandmother grandfather grandma grandpa "
    "great-grandson great-granddaughter son-in-law daughter-in-law mother-in-law sister-in-law "
    "brother-in-law father-in-law neighbour neighbor friend carer caregiver nurse aide roommate "
    "stepson stepdaughter "
    "esposa esposo marido mujer senora hijo hija madre padre papa hermana hermano tia tio prima "
    "primo sobrina sobrino nieta nieto abuela abuelo yerno nuera suegra suegro cunada cunado "
    "vecina "
    "vecino amiga amigo cuidadora enfermera comadre compadre boss landlord tenant jefe jefa patron "
    "assistant secretary colleague coworker babysitter asistente secretaria secretario companera "
    "companero ninera gran nana nan mommy daddy mam mami papi abuelita abuelito hermanita "
    "hermanito "
    "hijita hijito mamita papito tiita nietecita madrina padrino ahijada ahijado "
    "lad lass missus widow widower viuda viudo godmother godfather goddaughter godson girlfriend "
    "boyfriend fiance fiancee novia novio "
    "prometida prometido flatmate housemate"
).split()
# The same for a pattern, with accents or without.
_ACCENTS = str.maketrans({"a": "[aá]", "i": "[ií]", "n": "[nñ]", "u": "[uú]"})
RELATIVE = "|".join(one if one == "senora" else one.translate(_ACCENTS) for one in RELATIVES)

# What comes before an answer, and what comes before somebody who is spoken to.
ASSENT = (
    "yes yeah yep sure certainly oh ah aha well so why um uh er hm hmm now ha see like just sorry? "
    "si claro pues bueno ay este mire a ver"
).split()
