"""Words that English speakers use all the time, lower case, without accents. Data, no rules.

Those that people are called by are left out, and most plurals.
"""

WORDS = """
abajo abide abierto able about above abre aca accept accordion account acres across actually add
added address administrator advance afraid after afternoon afterwards again age ago agua aguanto ah
ahead aid aide ain't air airport aisle alcalde alcanzo alegra alert alive all allergic allergies
allergy alley allow allowed almond alone along aloud already also alto alumno always am an and
angry animal ankle anniversary another answer answered answering antibiotic any anybody anyhow
anymore anyone anything anytime anyway anywhere aparecio apartment apologies apologize app
appointment approved apunto are aren't arm around arrange arrival arrive arrived arroz as aside ask
asked askin asking asleep assist assistant assisted at ate atender atienden attorney aunt autobus
automated available avisar aviso away awesome aye ayo ayudarle babe baby back bad badly bag bajaron
ball band bank bar barber bark barn basement basically bass bath bathtub battery be beagle beans
bear beautiful bebe beca became because bed bedroom been beep before beforehand beg begin behaving
behind being believe belonged belongs below bench beside beso best bet better between bicycle big
bigger bike billing bird birth birthday biscuit bit bleeding bless blessed blew blind blink
blinking block blocked blood blow blowing board boat bodega boiling book booked booking boots born
boss botando both bottle bottom bought bowl box boxes boy brake branch brass brave break breaker
breakfast breath breathing bridge bright bring bringing bro broke broken brother brought bucket
bucks buddy building built bulletin bunch burn burned burning bus busco business busy but butter
button buy buzzes by bye cab cabeza cables cafeteria cage caido cake calendar call called caller
callin calling calves calving cambiado came camp can can't canal cancel cannot cant cap capital car
cara card care carried carries carrying cart case cash castellano cataract catch caught cause cedar
cell cellar center cents cerro certainly certificate certified chair change changed chapter charge
charged chart check checked checkin checking cheers cheese chest chew chica child children chin
chiquito choir choose ciento claim class classes clean cleaned clear click climb clinic clock close
closed closet closing cloth clothes coal coat code coffee colaboro cold collar collect college
colonia color com come comin coming companion company complain completely computer conductor cone
confirm confirmation connection conocen contacto contador contando contenta contesto contract
cooked cool copper copy corner corona correct corrected corrijo corta corte corto cost couch cough
could couldn't count counted counter county couple course court cousin cover cracked crazy cream
credit credito creek creo crew cried crossed crown crying cuenteme cuff cumple cunado cup custodian
customer cut cutting dad daddy dance danced dancing dare dark darme das dash date datos daughter
day dead deaf deal dear death debamos debe debit decided decime deep degrees dejaban dejado dejamos
dejarle dejeme delete deliver delivered delivery den dental dentist dentista department deposit der
descuento desk diabetes dial dialysis did didn't didnt die died different dig digit dijeron dime
dinner direct dishwasher display disregard district do dock doctor document documento does doesn't
dog doin doing dollar dolor don't done dont door double down downstairs downtown dozen drawer drill
drinking drive driver driveway driving drop dropped drove dry duck dude due duplex dust each ear
earlier early easier east easy eat eating egg eight eighteen eighteenth eighth eighty either elbows
ele electric electrician electronico elevator eleven eleventh ellas else em email empieza employer
empty encanto end ended enfermera engineer enough enseno enter entra envelope enviamos ere estacion
estimate estudia even evening ever every everybody everyone everything ewes exactly examen example
except expect expecting expired explain explico extension extra eye face fact factura fair fall
falling family far farm fast faster fat father fault fax fee feed feeding feel feeling feet fell
fella fellow felt fence ferry fetch fever few fifteen fifteenth fifth fifty figure figured file
filed fill filled filter final finally find fine finger finish finished fire first fish fishing fit
fitting five fix fixed fixing flaca flaco flashes flashlight flat flew flight flood floor flour
flowers flu fly flying folding folks food fool foot for foreman forget forgive forgot forgotten
form formulario forty forward forwarded foto found four fourteen fourteenth fourth frame framed
free freeze freezer freezing fried friend frightened from front froze frozen fruit fuerte full
funeral funny furnace furniture gallon game garage garbage gas gate gave general gentleman get
gettin getting gift girl give given giving glad glass glasses glaucoma gloves gluten go goat goes
goin going gold gone gonna good goodbye goodness gorda got gotta grab grade grand granddaughter
grandfather grandma's grandmother grandson grass gravel great grid griega ground group grow grown
guard guardia guera guero guess guest gustaria gutters guys had hadn't haha hahaha hail hair
haircut half ham hammer hand handle hang hanging happen happened happy hard hardly has hasn't hat
hate hated haul have haven't having he he'd he'll head healed health hear heard hearing heart heat
heated heater heating height held hello help helping hen her here herself hes hey heya hi hielo
high him himself hip his hit hiya hockey hold holding hole hollered hollering hollow home hon honey
honking hook hoping horn horno horse hose hospital hot hour house how howdy huh hullo hundred
hungry hurry hurt husband hymnal hyphen ibamos ice idea identificacion if ignore ill im imagine
importa in inch inches included income infection inside instead instructions instructor insurance
internet interview into invoice iron is island isn't it it'd it'll its itself ive ja jammed jar
jefa job judge just keep keeping kept key keypad kid kidding kill killed kind kinda kindly kitchen
knee knew knock knocked know lab label lad ladder ladies lado lady laid lamp land landline landlord
lap large last late later laughed laughing layer leaf leaking lean learn learned lease leave
leaving leche ledger left leg lemon lentes lesson let letter letting level library libreta
licenciada license lid lie life lift light lighter like liked likely limpio line lining link lips
list listen listening lit literally little live lived living llamame llaman llevaba load local lock
lockbox locked locksmith log long look looked lookin looking loose lose losing lost lot loud love
loved lovely low luck lugar lunch luv lying ma'am maam machine macular mad made madera madre
maestro mail mailbox mailed mailman maja make making man manage manager mandaba mandar manejo
mantenimiento manual many map marca mareo marido marked marriage married marry marvelous match
matter maybe mayores me mean meant measure measured mechanic medical medicine medio meet meeting
member membership memoir memory men mention mentira menu mesa message messaging met meter mice
middle midnight might mile milk mind mine mineral minute mire miro missed missing mistake mixed
model mom moment money month monthly moon more morning most mostly mother motor mouse mouth move
moved mover moving much mud mule museum music must my myself nacimiento nah nails name named near
nearly necesita necesito neck need needed needing needle needn't neighbor neither nephew nervous
nest never new newspaper next nice nicely niece nieta night nine nineteen nineteenth ninety ninguno
ninth no nobody noise noon nope normal normally north not notary note notebook noted nothing notice
noticed now number nunca nurse nursing o'clock och odd of off offer office often oh oi oil okay old
older olla on once onda one onions online only open opened opening operation options or orange
ordenes order ordered original other otherwise ought our out outside over overtime owe owed owl own
owner package packs pad pagado pages paid pain painted pair paper parallel pardon parents parish
parking paro parrot part particular partido party pasa pasan pasaporte pasar pass passed passport
password past patient pay paying payment peach pecho pedimos pedirla pencil pendiente pension
people percent perfect perfectly perhaps permiso permit person pet pharmacy phone photo photograph
piano pick picked picking pickup picture piden pie piece piernas pieza pills pin pink pipe pizza
place plain plan plane planning plant planted plastic plata plate play played playing please
pleased pleasure plenty plug pneumonia pocket point pole policia policy polish ponga pongo poor
porch portal portero possible post pot potato potatoes pound power practice preacher prefer
pregunta pregunte press pressure pretty previous price priest principal print printed printing
probably problem procesion program promise promised property proud proxima prune public pueden pull
pulled pulling pump purple purpose purse push pushed put putting quarry quarter quedado quemo
question quick quiet quilt quisiera quit quite quote radiator radio rail railroad rain rained
raining raise raised ramp ran rang rapido rate rather reach reached read reading ready real really
rear reason receipt receive received recital recogio record recorded recording refund register
regular rehab release remember remind reminder remote rent repair replaced reply report reported
request reservar reservation reserve reset respiratory rest restaurant results retired retiring
retiro return returning review rid ride riding rig right ring ringing rio river road robot rock
rode rodilla roll rolled roof room roommate ropa roughly round route row rubber rule ruler run
running rush sacar safe safely said sala salia salt salud same sample sandwich sang sat satisfied
save saved saw say saying scam scan scared scarf schedule scheduling school scissors scratch screen
sealed season seat second secret secreto section security see seed seen sell selling semana send
sending senior sense sent sentence seria service servirle session set settled seven seventeen
seventeenth seventh seventy sewing sewn shadow shake shall share she she'd she'll shed sheep sheet
shelf shellfish shift shingles shoe shoot shop shot should shoulder shouldn't shovel show showed
shower showing shut sick side sideways sign signal signature signed silent since sing singing
single sir sirvio sister sit site sitting six sixteen sixteenth sixth sixty size skillet sleep
sleeping sleeting sleeve slept slide slip slipped slot slow slowly small smell smelled smoke
snowing so soap social socio socks sofa sold solicitud some somebody someone something sometime
somewhere son song soon sooner sorry sort sound soup space spare speak speaker speaking spell
spelled spelling spins splendid split spoke sports spot spring squeeze squirrel staff stage stairs
stamps stand standing start started starting state station stay stayed staying step stick sticker
still stomach stood stop stopped store stories storm story stove straight stranger strike string
stroke strong stuck student stuff stupid subir subscriber such suelo suena sugar suit suitcase
summers sun super supervisor supper support suppose supposed sure surgery surname surprise suyo
swap sweet sweetheart swim switch switched system ta table tablet taco tail take taken taking talk
talked talkin talking tall tank tap tapa tape tarp taught tax taxes taxi tea teach teacher teaching
team tech technician tecnico teeth telephone television tell telling ten tenant tender tenes tenido
tenth termo terrible test text than thank that that'd that'll the their them then therapist there
thermometer thermos these they they'd they're theyre thing think thinking third thirteen thirteenth
thirtieth thirty this those though thought thousand three threw throat through throw throwing thumb
ticket tide tied tight till time tin tip tire tired to toast tocar today toe together told toma
tomorrow ton tone tonight too took tool tooth top toque torn touch towel town trade trailer train
tramite transmission travel tree trial tried trip trouble truck true trumpet trunk trust trusting
try tryin trying tub tube tulips tune tuned tuning turn turned turning twelfth twelve twentieth
twenty twice twins two type typed typing uf uh um umbrella uncle under underneath understand
understood unico union unit university unless until up update upright upstairs urgencias urgent us
use used ush using usual usually valve veces vecina vehicle veintinueve veintiseis veintiuno vendio
verified very vet vicar violin virtual visit visiting viste viuda voice volunteer wait waited
waiting walk walked walking wall wanna want wanted wanting warehouse warm warning warranty was wash
wasn't wasnt watch watched water waving wax way we we'd we'll we're we've weak wear wearing weather
wedding week weekday weekend weigh weighed weight weird welcome well went were west wet weve what
whatever wheel wheelchair when whenever where whether which while whistles whistling who whoever
whole whose why wife win wind window wire wise wish with within without woman won won't wonderful
wonderin wondering wont word wore work worked working world worried worry worth would wouldn't
wound wrist write writing written wrong wrote y'all yall yard ye yeah year yellow yes yesterday yet
you you'd you'll you're you've your youre yourself yup zero
"""
