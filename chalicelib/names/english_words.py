"""Words that English speakers use all the time, lower case, without accents. Data, no rules.

Those that people are called by are left out, and most plurals.
"""

WORDS = """
abide able about above accept accordion account acres across actually add added address
administrator advance afraid after afternoon afterwards again age ago ahead aid aide ain't air
airport aisle alert alive all allergic allergies allergy alley allow allowed almond alone along
aloud already also alto always am an and angry animal ankle anniversary another answer answered
answering antibiotic any anybody anyhow anymore anyone anything anytime anyway anywhere apartment
apologies apologize app appointment approved are aren't arm around arrange arrival arrive arrived
as aside ask asked askin asking asleep assist assistant assisted at ate attorney aunt automated
available away awesome aye ayo babe baby back bad badly bag ball band bank bar barber bark barn
basement basically bass bath bathtub battery be beagle beans bear beautiful became because bed
bedroom been beep before beforehand beg begin behaving behind being believe belonged belongs below
bench beside best bet better between bicycle big bigger bike billing bird birth birthday biscuit
bit bleeding bless blessed blew blind blink blinking block blocked blood blow blowing board boat
boiling book booked booking boots born boss both bottle bottom bought bowl box boxes boy brake
branch brass brave break breaker breakfast breath breathing bridge bright bring bringing bro broke
broken brother brought bucket bucks buddy building built bulletin bunch burn burned burning bus
business busy but butter button buy buzzes by bye cab cables cafeteria cage cake calendar call
called caller callin calling calves calving came camp can can't canal cancel cannot cant cap
capital car card care carried carries carrying cart case cash castellano cataract catch caught
cause cedar cell cellar center cents certainly certificate certified chair change changed chapter
charge charged chart check checked checkin checking cheers cheese chest chew child children chin
choir choose claim class classes clean cleaned clear click climb clinic clock close closed closet
closing cloth clothes coal coat code coffee cold collar collect college color com come comin coming
companion company complain completely computer cone confirm confirmation connection contract cooked
cool copper copy corner correct corrected cost couch cough could couldn't count counted counter
county couple course court cousin cover cracked crazy cream credit creek crew cried crossed crown
crying cuff cup custodian customer cut cutting dad daddy dance danced dancing dare dark dash date
daughter day dead deaf deal dear death debit decided deep degrees delete deliver delivered delivery
den dental dentist department deposit der desk dial dialysis did didn't didnt die died different
dig digit dinner direct dishwasher display disregard district do dock doctor document does doesn't
dog doin doing dollar don't done dont door double down downstairs downtown dozen drawer drill
drinking drive driver driveway driving drop dropped drove dry duck dude due duplex dust each ear
earlier early easier east easy eat eating echo egg eight eighteen eighteenth eighth eighty either
elbows electric electrician elevator eleven eleventh else em email employer empty end ended
engineer enough enter envelope estimate even evening ever every everybody everyone everything ewes
exactly example except expect expecting expired explain extension extra ey eye face fact fair fall
falling family far farm fast faster fat father fault fax federal fee feed feeding feel feeling feet
fell fella fellow felt fence ferry fetch fever few fifteen fifteenth fifth fifty figure figured
file filed fill filled filter finally find fine finger finish finished fire first fish fishing fit
fitting five fix fixed fixing flashes flashlight flat flew flight flood floor flour flowers flu fly
flying folding folks food fool foot for foreman forget forgive forgot forgotten form forty forward
forwarded found four fourteen fourteenth fourth frame framed free freeze freezer freezing fried
friend frightened from front froze frozen fruit full funeral funny furnace furniture gallon game
garage garbage gas gate gave gentleman get gettin getting gift girl give given giving glad glass
glasses glaucoma gloves gluten go goat goes goin going gold gone gonna good goodbye goodness got
gotta grab grade grand granddaughter grandfather grandma's grandmother grandson grass gravel great
grid ground group grow grown guard guess guest gutters guys had hadn't haha hahaha hail hair
haircut half ham hammer hand handle hang hanging happen happened happy hard hardly has hasn't hat
hate hated haul have haven't having he he'd he'll head healed health hear heard hearing heart heat
heated heater heating height held hello help helping hen her here herself hes hey heya hi high him
himself hip his hit hiya hockey hold holding hole hollered hollering hollow home hon honey honking
hook hoping horn horse hose hospital hot hour house how howdy huh hullo hundred hungry hurry hurt
husband hymnal hyphen ice id idea if ignore ill im imagine in inch inches included income infection
inside instead instructions instructor insurance internet interview into invoice iron is island
isn't it it'd it'll its itself ive jammed jar job judge just keep keeping kept key keypad kid
kidding kill killed kind kinda kindly kitchen knee knew knock knocked know lab label lad ladder
ladies lady laid lamp land landline landlord lap large last late later laughed laughing layer leaf
leaking lean learn learned lease leave leaving ledger left leg lemon lesson let letter letting
level library license lid lie life lift light lighter like liked likely line lining link lips list
listen listening lit literally little live lived living load local lock lockbox locked locksmith
log long look looked lookin looking loose lose losing lost lot loud love loved lovely low luck
lunch luv lying ma'am maam machine macular mad made mail mailbox mailed mailman make making man
manage manager manual many map marked marriage married marry marvelous match mate matter maybe me
mean meant measure measured mechanic medical medicine meet meeting member membership memoir memory
men mention message messaging met meter mice middle midnight might mile milk mind mine mineral
minute missed missing mistake mixed model mom moment money month monthly moon more morning most
mostly mother motor mouse mouth move moved moving much mud mule museum music must my myself nah
nails name named near nearly neck need needed needing needle needn't neighbor neither nephew
nervous nest never new newspaper next nice nicely niece night nine nineteen nineteenth ninety ninth
nobody noise noon nope normal normally north not notary note notebook noted nothing notice noticed
now number nurse nursing o'clock och odd of off offer office often oh oil okay old older on one
onions online only open opened opening operation options or orange order ordered other otherwise
ought our out outside over overtime owe owed owl own owner package packs pad pages paid pain
painted pair paper parallel pardon parents parish parking parrot part particular party pass passed
passport password past patient pay paying payment peach pencil pension people percent perfect
perfectly perhaps permit person pet pharmacy phone photo photograph piano pick picked picking
pickup picture pie piece pills pin pink pipe pizza place plain plan plane planning plant planted
plastic plate play played players playing please pleased pleasure plenty plug pneumonia pocket
point pole policy polish poor porch portal possible post pot potato potatoes pound power practice
preacher prefer press pressure pretty previous price priest principal print printed printing
probably problem program promise promised property proud prune public pull pulled pulling pump
purple purpose purse push pushed put putting quarry quarter question quick quiet quilt quit quite
quote radiator radio rail railroad rain rained raining raise raised ramp ran rang rate rather reach
reached read reading ready real really rear reason receipt receive received recital record recorded
recording refund register regular rehab release remember remind reminder remote rent repair
replaced reply report reported request reservation reserve reset respiratory rest restaurant
results retired retiring return returning review rid ride riding rig right ring ringing river road
robot rock rode roll rolled roof room roommate roughly round route row rubber rule ruler run
running rush safe safely said salt same sample sandwich sang sat satisfied save saved saw say
saying scam scan scared scarf schedule scheduling school scissors scratch screen sealed season seat
second secret section security see seed seen sell selling send sending senior sense sent sentence
service session set settled seven seventeen seventeenth seventh seventy sewing sewn shadow shake
shall share she she'd she'll shed sheep sheet shelf shellfish shift shingles shoe shoot shop shot
should shoulder shouldn't shovel show showed shower showing shut sick side sideways sign signal
signature signed silent since sing singing single sir sister sit site sitting six sixteen sixteenth
sixth sixty size skillet sleep sleeping sleeting sleeve slept slide slip slipped slot slow slowly
small smell smelled smoke snowing so soap socks sofa sold some somebody someone something sometime
somewhere song soon sooner sorry sort sound soup space spare speak speaker speaking spell spelled
spelling spins splendid split spoke sports spot spring squeeze squirrel staff stage stairs stamps
stand standing start started starting state station stay stayed staying step stick sticker still
stomach stood stop stopped store stories storm story stove straight stranger strike string stroke
strong stuck student stuff stupid subscriber such sugar suit suitcase summers sun super supervisor
supper support suppose supposed sure surgery surname surprise swap sweet sweetheart swim switch
switched system table tablet taco tail take taken taking talk talked talkin talking tall tank tap
tape tarp taught tax taxes taxi tea teach teacher teaching team tech technician teeth telephone
television tell telling ten tenant tender tenth terrible test text than thank that that'd that'll
the their them then therapist there thermometer thermos these they they'd they're theyre thing
think thinking third thirteen thirteenth thirtieth thirty this those though thought thousand three
threw throat through throw throwing thumb ticket tide tied tight till time tin tip tire tired to
toast today toe together told tomorrow ton tone tonight too took tool tooth top torn touch towel
town tractor trade trailer train transmission travel tree trial tried trip trouble truck true
trumpet trunk trust trusting try tryin trying tub tube tulips tune tuned tuning turn turned turning
twelfth twelve twentieth twenty twice twins two type typed typing uh um umbrella uncle under
underneath understand understood union unit university unless until up update upright upstairs
urgent us use used ush using usual usually valve vehicle verified very vet vicar violin virtual
visa visit visiting voice volunteer wait waited waiting walk walked walking wall wanna want wanted
wanting warehouse warm warning warranty was wash wasn't wasnt watch watched water waving wax way we
we'd we'll we're we've weak wear wearing weather wedding week weekday weekend weigh weighed weight
weird welcome well went were west wet weve what whatever wheel wheelchair when whenever where
whether which while whistles whistling who whoever whole whose why wife win wind window wire wise
wish with within without woman won won't wonderful wonderin wondering wont word wore work worked
working world worried worry worth would wouldn't wound wrist write writing written wrong wrote
y'all yall yard ye yeah year yellow yes yesterday yet you you'd you'll you're you've your youre
yourself yup zero
"""
