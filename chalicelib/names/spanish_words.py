"""Words that Spanish speakers use all the time, lower case, without accents. Data, no rules.

Those that people are called by are left out, and most plurals.
"""

WORDS = """
abajo abierta abierto abra abre abrir abrirle abro abuela abuelita abuelo aca acaba acomoda
acondicionado acuerdo adelante ademas adentro aduana adultos afuera agosto agua aguanta aguanto
aguja ah ahi ahora ahorita aire alcalde alcanza alcanzo alegra alegro alergia alergico algo alguien
algun alguna alivio alla alli alo alquiler alta alumno amable amor ancho anda andaba ando ano
anoche anotado anotalo anoto antes aparece aparecio apartamento apartar aparte aparto apellido
apuntado apuntalo apuntar apunteme apunto aquel aqui arreglo arriba arroba arroz ascensor asi
asiento asistente atender atiende atienden atras aunque autobus autorizacion avion avisar avisemos
aviso ayer ayuda ayudar ayudarla ayudarle ayudo azucar baja bajaba bajale bajar bajaron baje bajo
banco banda bano barco basta basura bebe beca bendiga beso biblioteca bien boca boda bodega bolsa
bolsita bonito bordo borrelo botando buen buena buenos bulla buscar busco buzon cabeza cada cadera
cafe caido caja caliente calor cama cambiado cambiar cambiaron cambie cambio camina caminando
camino camion camioneta capitan cara cargo carino carne carro carta casa casada casi casita caso
catorce cayendo cayo ce cedula celular cena cerca cero cerro certificado chao chau che cheque chica
chico chiquita chiquito chocaron chocolate chofer cien ciento cierra cierto cinco cincuenta cinta
cita claro clase clave clienta club cobrado cobrar coche cocina cocinero codigo colaborar colaboro
colegio colgado colonia comadre comer comida como compadre companera compania completo compre
computadora con conductor confirma confirmar conmigo conoce conocen consultorio contacto contado
contador contando contar contarme contenta contento contesta contestar contesto conto contrato
conviene copia corazon corona correo corrijo corta corte corto cosa coser credito crema creo cu
cuadrilla cuadro cualquier cuando cuantas cuanto cuarenta cuarto cuatro cuatrocientos cubre cuenta
cuenteme cuento cuida cuidado cuido cumple cumpleanos cunada cunado da damos dando dar darle darme
das datos de debajo debamos debe debo decia decime decir decirle decirlo deducible deja dejaban
dejado dejamos dejar dejarle dejaron deje dejeme dejo delante dentista dentro departamento deposito
derecha derecho descanse descuento desde desea despues detalle detras di dia diabetes dice dicen
dicho diciembre diecinueve dieciocho dieciseis diecisiete dieron diez diga digale digame digo dije
dijeron dijo dime dio direccion disculpas disculpe disponible doble doce doctora documento dolares
dolor domicilio dona donde dos doscientas doscientos doy duele dueno dulce duro edad edificio efe
efectivo eh ejemplo el ele electricista electronico ellas ellos eme empezar empieza en encanto
encargado encima encontre encontro encuentra ene enero enfermera enfrente enseno entendido entero
entiendo entonces entra entrada entrando entrar entre entrega entregan entro enviamos enviar envio
epa equipo equis era eran ere erre error es esa escalera escondidas escribe escriben escritura
escuchar escuela ese eso espanol especial espera esperamos esperando espere espereme espero esposa
esposo esquina esta estaba estacion estacionamiento estado estamos estan estar estara este esto
estoy estudia estuvo euros examen expediente explico fabrica factura falta faltaba faltan familia
farmacia favor febrero fecha ferreteria ficha fiebre fiesta fijese fila fin final finales firma
firmar flaca flaco formulario foto frente frijoles frio fue fuera fuerte fui fuimos galletas
gallinas gano garganta gata gato general gente gorda gordo gracias grado grande griega gripe gris
gritando grupo guagua guardia guardo guera guero guion gusta gustaria guste gusto ha habia habian
habitacion habla hablaba hablamos hablando hablar hable hablo habra hace hacemos hacen hacer hache
hacia haciendo hagame hago han hara hasta hay haya hecha hecho hemos hermana hermano hicieron hielo
hija hijo historia hizo hoja hola hombre hora horno hotel hoy iba ibamos identificacion ido iglesia
igual imaginese imagino importa ingeniero ingles interesa invierno ir izquierda izquierdo ja jaja
jajaja jefa jota joven jubilado jueves junio junto juro justo kilos la lado ladra lamento larga
largo las lata lavadora le leche leer lentes les letra letrero libras libre libreta libro licencia
licenciada limpio lindo linea lista listo llama llamaba llamada llamado llamame llamamos llaman
llamando llamar llame llamenos llamo llave llega llegado llegan llegar llegaron llego llegue lleno
lleva llevaba llevamos llevan llevar lleve llevo llorando llorar lloro lo los losartan luego lugar
lunes madera madre maestra maestro maja mal malas maleta mama mami manana manda mandaba mandamos
mandan mandar mandaron mande mando maneja manejando manejo manera mano mantenimiento maquina
maravilla marca mareo marido marque martes marzo mas mayo mayores mayuscula mecanico media medicina
medico medio mediodia mejor mejore menos mensaje mentira menu mes mesa meses mi miedo mientras
miercoles mija mijo mil millones minutos mio mira mire miro mis misa misma mismo mitad molesta
momento mostrador mover mucha muchacha muchacho muchisimo mucho muerto mujer mundo murio muy
nacimiento nacio nada nadie necesita necesitamos necesito nena nene nevera ni nieta nieto nina
ningun ninguna ninguno nino nivel no noche nomas nombre nos nosotros nota noticia novecientos
noventa noviembre nuestra nuestro nueva nueve nuevo numeral numero nunca obra ochenta ocho
ochocientos octubre ocupaba ocupo oficina ofrece oi oido oiga oigame oigo oir ojala ojo olia olla
olvido once onda operacion operada operar operaron orale orden ordenes oreja original otra otro oye
pa paciente padre paga pagado pagan pagar pagina pago pague pais palabra pan panaderia panadero
panico papa papel papeles papi para parada parece paro parroquia parte partido partir pasa pasada
pasado pasaje pasan pasando pasaporte pasar pasaron pase pasillo paso pastilla pecho pedazo pedido
pedimos pedir pedirla pegado pendiente perdon perdone perfecto permiso pero perra perro persona
pesa pescado pesos pico piden pidio pido piernas pieza pila pinto piso pitando planta plata platico
po poco podemos poder podes policia poliza pon pone ponemos ponen poner ponga pongo ponle ponlo
ponme poquito por porque portero prefiere pregunta preguntar pregunte pregunto preocupe presion
presto prima primer primera primero primo principio privado problema procesion pronto proxima
proximo pueblo puede pueden puedo puerta puerto pues puesta puesto punto puse pusieron puso que
queda quedado quedamos quedan quede quedo quema quemo querer queria queriamos quien quiera quiere
quieren quiero quince quinceanera quinientos quisiera quito rapido rato raza razon recado receta
recibo recien reclamo recoge recoger recogi recogio recomendo recuerdo regala regalaron regalo
registro regreso reporte reserva reservar reservo resultado retiro reves revisar revision rio risa
rodilla roja rojo ropa rota ruido sabado sabe saber sabia saca sacar sacaron saco sala sale salga
salgo sali salia saliendo salieron salio salir salon salud saluda saque se sea seco secretaria
secreto seguimos seguir segunda segundo seguro seis semana senal senor senora senorita ser sera
seria serio servicio servir servirle sesenta setenta si siempre siento siete siga sigue silla sin
sirve sirvio sobre sobrino socia social socio sola solicitud solo somos son sopa soy su subio subir
suegra suelo suelta suena suerte supuesto sus suyo ta tal taller tambien tan tantito tanto tapa
tarda tardar tarde tarjeta te techo tecnico tele telefono temprano tendra tenemos tenes tenga tengo
tenia tenido tenis tercer tercero termo tia tiempo tienda tiene tienen timbre tiraron toca tocan
tocando tocar toco toda todavia todo toma tomar tomo toque toquen trabaja trabajando trabajo trae
traer traiga traigo traje trajo tramite trece treinta tres trescientos tu turno tuvo uf ultima
ultimo un unas unico uno urgencias usa usted ustedes uy va vale vamos vaya ve vea veces vecina
vecino vehiculo veinte veinticinco veinticuatro veintidos veintinueve veintiocho veintiseis
veintisiete veintitres veintiuno vemos vender vendio venga vengo venia venido venir ventana veo ver
verano verdad vestido vez viaje vida vieja viejo viene viera viernes vino vio visita viste visto
viuda vive vivir vivo volver volvio voy voz vuelo vuelta vuelva vuelve vuelvo ya yo zapatos zeta
"""
