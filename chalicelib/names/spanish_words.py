"""Words that Spanish speakers use all the time, lower case, without accents. Data, no rules.

Those that people are called by are left out, and most plurals.
"""

WORDS = """
abierta abra abrir abrirle abro abuela abuelita abuelo acaba acomoda acondicionado acuerdo adelante
ademas adentro aduana adultos afuera agosto aguanta aguja ahi ahora ahorita aire alcanza alegro
alergia alergico algo alguien algun alguna alivio alla alli alo alquiler alta amable amor ancho
anda andaba ando ano anoche anotado anotalo anoto antes aparece apartamento apartar aparte aparto
apellido apuntado apuntalo apuntar apunteme aquel aqui arreglo arriba arroba ascensor asi asiento
asistente atiende atras aunque autorizacion avion avisemos ayer ayuda ayudar ayudarla ayudo azucar
baja bajaba bajale bajar baje bajo banco banda bano barco basta basura bendiga biblioteca bien boca
boda bolsa bolsita bonito bordo borrelo buen buena buenos bulla buscar buzon cada cadera cafe caja
caliente calor cama cambiar cambiaron cambie cambio camina caminando camino camion camioneta
capitan cargo carino carne carro carta casa casada casi casita caso catorce cayendo cayo ce cedula
celular cena cerca cero certificado chao chau che cheque chico chiquita chocaron chocolate chofer
cien cierra cierto cinco cincuenta cinta cita claro clase clave clienta club cobrado cobrar coche
cocina cocinero codigo colaborar colegio colgado comadre comer comida como compadre companera
compania completo compre computadora con confirma confirmar conmigo conoce consultorio contado
contar contarme contento contesta contestar conto contrato conviene copia corazon correo cosa coser
crema cu cuadrilla cuadro cualquier cuando cuantas cuanto cuarenta cuarto cuatro cuatrocientos
cubre cuenta cuento cuida cuidado cuido cumpleanos cunada da damos dando dar darle de debajo debo
decia decir decirle decirlo deducible deja dejar dejaron deje dejo delante dentro departamento
deposito derecha derecho descanse desde desea despues detalle detras di dia dice dicen dicho
diciembre diecinueve dieciocho dieciseis diecisiete dieron diez diga digale digame digo dije dijo
dio direccion disculpas disculpe disponible doble doce doctora dolares domicilio dona donde dos
doscientas doscientos doy duele dueno dulce duro echo edad edificio efe efectivo eh ejemplo el
electricista ellos eme empezar en encargado encima encontre encontro encuentra ene enero enfrente
entendido entero entiendo entonces entrada entrando entrar entre entrega entregan entro enviar
envio epa equipo equis era eran erre error es esa escalera escondidas escribe escriben escritura
escuchar escuela ese eso espanol especial espera esperamos esperando espere espereme espero esposa
esposo esquina esta estaba estacionamiento estado estamos estan estar estara este esto estoy estuvo
euros expediente ey fabrica falta faltaba faltan familia farmacia favor febrero fecha federal
ferreteria ficha fiebre fiesta fijese fila fin finales firma firmar frente frijoles frio fue fuera
fui fuimos galletas gallinas gano garganta gata gato gente gordo gracias grado grande gripe gris
gritando grupo guagua guardo guion gusta guste gusto ha habia habian habitacion habla hablaba
hablamos hablando hablar hable hablo habra hace hacemos hacen hacer hache hacia haciendo hagame
hago han hara hasta hay haya hecha hecho hemos hermana hermano hicieron hija hijo historia hizo
hoja hola hombre hora hotel hoy iba id ido iglesia igual imaginese imagino ingeniero ingles
interesa invierno ir izquierda izquierdo jaja jajaja jota joven jubilado jueves junio junto juro
justo kilos la ladra lamento larga largo las lata lavadora le leer les letra letrero libras libre
libro licencia lindo linea lista listo llama llamaba llamada llamado llamamos llamando llamar llame
llamenos llamo llave llega llegado llegan llegar llegaron llego llegue lleno lleva llevamos llevan
llevar lleve llevo llorando llorar lloro lo los losartan luego lunes maestra mal malas maleta mama
mami manana manda mandamos mandan mandaron mande mando maneja manejando manera mano maquina
maravilla marque martes marzo mas mate mayo mayuscula mecanico media medicina medico mediodia mejor
mejore menos mensaje mes meses mi miedo mientras miercoles mija mijo mil millones minutos mio mira
mis misa misma mismo mitad molesta momento mostrador mucha muchacha muchacho muchisimo mucho muerto
mujer mundo murio muy nacio nada nadie necesitamos nena nene nevera ni nieto nina ningun ninguna
nino nivel noche nomas nombre nos nosotros nota noticia novecientos noventa noviembre nuestra
nuestro nueva nueve nuevo numeral numero obra ochenta ocho ochocientos octubre ocupaba ocupo
oficina ofrece oido oiga oigame oigo oir ojala ojo olia olvido operacion operada operar operaron
orale orden oreja otra otro oye pa paciente padre paga pagan pagar pagina pago pague pais palabra
pan panaderia panadero panico papa papel papeles papi para parada parece parroquia parte partir
pasada pasado pasaje pasando pasaron pase pasillo paso pastilla pedazo pedido pedir pegado perdon
perdone perfecto pero perra perro persona pesa pescado pesos pico pidio pido pila pinto piso
pitando planta platico players po poco podemos poder podes poliza pon pone ponemos ponen poner
ponle ponlo ponme poquito por porque prefiere preguntar pregunto preocupe presion presto prima
primer primera primero primo principio privado problema pronto proximo pueblo puede puedo puerta
puerto pues puesta puesto punto puse pusieron puso que queda quedamos quedan quede quedo quema
querer queria queriamos quien quiera quiere quieren quiero quince quinceanera quinientos quito rato
raza razon recado receta recibo recien reclamo recoge recoger recogi recomendo recuerdo regala
regalaron regalo registro regreso reporte reserva reservo resultado reves revisar revision risa
roja rojo rota ruido sabado sabe saber sabia saca sacaron saco sale salga salgo sali saliendo
salieron salio salir salon saluda saque se sea seco secretaria seguimos seguir segunda segundo
seguro seis senal senor senora senorita ser sera serio servicio servir sesenta setenta si siempre
siento siete siga sigue silla sin sirve sobre sobrino socia sola solo somos sopa soy su subio
suegra suelta suerte supuesto sus tal taller tambien tan tantito tanto tarda tardar tarde tarjeta
te techo tele telefono temprano tendra tenemos tenga tengo tenia tenis tercer tercero tia tiempo
tienda tiene tienen timbre tiraron toca tocan tocando toco toda todavia todo tomar tomo toquen
trabaja trabajando trabajo tractor trae traer traiga traigo traje trajo trece treinta tres
trescientos tu turno tuvo ultima ultimo un unas uno usa usted ustedes uy va vale vamos vaya ve vea
vecino vehiculo veinte veinticinco veinticuatro veintidos veintiocho veintisiete veintitres vemos
vender venga vengo venia venido venir ventana veo ver verano verdad vestido vez viaje vida vieja
viejo viene viera viernes vino vio visa visita visto vive vivir vivo volver volvio voy voz vuelo
vuelta vuelva vuelve vuelvo ya yo zapatos zeta
"""
