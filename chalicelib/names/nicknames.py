"""Names that people have beside their own, each row of one person's. Data: a short list, no more.

A pair that is missing only makes two people of one, whose greeting is then neutral.
"""

ROWS = """
abigail abby gail
albert al bert bertie
alberto beto
alejandra ale sandra jandra
alejandro ale alex jandro
alexander alex sandy xander
alfonso poncho
alfred al fred alfie
andrew andy drew
anthony antonio tony
antonio tono toni tony
barbara barb barbie babs
benjamin ben benny
beatrice bea trixie
beatriz betty bety
carlos carlitos charly
catherine katherine kathryn kathleen cathy kathy kate katie kay kitty
charles charlie chuck chip
christina christine chris tina
christopher chris kit
concepcion concha conchita
consuelo chelo
cynthia cindy
daniel dan danny
david dave davy
deborah debra deb debbie
dolores lola lolita
dorothy dot dottie dotty dolly
edward ed eddie ned ted teddy
eduardo lalo
eleanor ellie nell nellie nora
elizabeth elisabeth liz lizzie beth betty betsy bess eliza libby
enrique quique kike
ernesto neto
eulalia lalis lala lalita
eugene gene
evelyn evie
federico fede lico
florence flo flossie
frances fran frannie
francis frank
francisca paca pancha
francisco paco pancho curro frank kiko
frederick fred freddie
gabriel gabe gabi
gabriela gaby gabi
george georgie
gerald gerry jerry
gertrude gert trudy
gilberto beto
gregory greg
gregorio goyo
graciela chela
guadalupe lupe lupita
guillermo memo
harold hal harry
helen nell nellie
henrietta hattie etta hettie
henry hank harry hal
humberto beto
ignacio nacho
isabel chabela isa
jacob jake
jacqueline jackie
james jim jimmy jamie
jesus chuy chucho
joaquin quino
john jack johnny
jonathan jon
jose pepe jose chepe
josefa pepa chepa
josefina pepita fina josie
joseph joe joey
joshua josh
juan juanito
judith judy
kenneth ken kenny
kimberly kim
lawrence larry
leonard len lenny leo
leticia lety
lillian lily lil
louis lou louie
lucille lucy lu
luis lucho
manuel manolo manny meno
manuela manola
margaret maggie meg peg peggy marge margie rita greta daisy
margarita mago rita
maria mari marichu
mercedes meche merche
martha mattie marty
mary molly polly
matthew matt
mauricio mau
maximiliano max
michael mike mick mickey
miguel migue
mildred millie
montserrat montse
nancy nan
nicholas nick nicky
nicolas nico
pamela pam
patrick pat paddy
patricia pat patty patsy tricia trish
patricio pato
paulina pau
pedro perico
peter pete
philip phil
prudence pru prue
rafael rafa
ramon moncho
raymond ray
rebecca becky becca
remedios reme remy
ricardo richi
richard rick ricky dick rich
robert bob bobby rob robbie bert
roberto beto
ronald ron ronnie
rosario chayo charo
ruth ruthie
salvador chava
samantha sam
samuel sam sammy
santiago santi chago
sarah sally sadie
sebastian sebas
sergio checo
socorro coco
sofia sofi
steven stephen steve
stefan stephan
susan susanna sue susie
teresa tere
theodore ted teddy theo
theodora teddy dora theo
theresa terry tess
thomas tom tommy
timothy tim
tomas tomasito
trinidad trini
vicente chente
victoria vicky tori
victor vic
virginia ginny
vincent vince
walter walt wally
william bill billy will willie liam
winifred winnie fred
yolanda yola yoli
zachary zach
"""
