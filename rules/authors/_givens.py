"""Given names that few but people bear."""

from __future__ import annotations

from validator.text.names.particles import word_set

GIVEN = word_set(
    # the most frequent of national statistics; left out are those that firms and institutes bear
    # (Arthur, Ernst, Max, Martin, Wells)
    # English
    "james robert michael william david richard joseph charles thomas christopher daniel matthew "
    "anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald "
    "edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott "
    "benjamin samuel gregory alexander patrick jack dennis jerry john mary patricia jennifer linda "
    "elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly "
    "emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca laura helen "
    "sharon cynthia kathleen amy angela anna ruth brenda pamela nicole katherine jane alice "
    "catherine christine ann anne emma olivia sophie hannah rachel claire fiona megan nora "
    "peter simon adam philip henry albert walter raymond roger keith alan ian colin graham "
    "craig clara gabriel vincent louis gerald bruce ralph eugene russell harry howard carl sean "
    "lawrence joe bryan jesse louise victoria julie joyce diane evelyn joan cheryl gloria teresa "
    "sara frances kathryn janice judy grace judith rose beverly denise marilyn danielle theresa "
    "diana natalie charlotte irene neil derek nigel trevor gareth hugh stuart duncan malcolm "
    # German and Dutch
    "hans klaus wolfgang jürgen günter stefan michaela sabine petra monika ursula renate ingrid "
    "helga karin brigitte ute heike andreas thorsten torsten uwe dieter horst werner manfred "
    "heinz gerhard friedrich karl otto jan pieter johannes hendrik cornelis willem annelies "
    "margriet marieke maarten jeroen sander joost hanneke "
    "bernd frank jörg ralf rainer matthias markus sebastian tobias florian katrin anja claudia "
    "silke susanne birgit martina katharina johanna harald norbert holger jochen volker detlef "
    # French
    "jean pierre jacques philippe françois marie nathalie isabelle michel andré alain bernard "
    "christophe nicolas julien françoise monique catherine sylvie valérie sandrine hélène camille "
    # Spanish and Portuguese
    "josé juan luis carlos manuel jesús maría ana miguel antonio francisco javier pablo alejandro "
    "fernando jorge rafael pedro ángel lucía carmen marta pilar begoña elena joão paulo antónio "
    "luís mariana beatriz fernanda juliana rita margarida isabel "
    # Catalan
    "jordi josep núria mercè "
    # Italian
    "giuseppe giovanni mario luigi francesca giulia marco andrea paolo francesco alessandro "
    "roberto stefano chiara valentina federica matteo lorenzo davide carla carlo luca silvia "
    "paola angelo vincenzo pietro salvatore domenico michele giorgio sergio luciano giovanna lucia "
    "caterina antonietta margherita alessandra claudio nicola simone franco enrico gianluca "
    "filippo elisa sara marta "
    # Polish, Czech and other Slavic languages
    "piotr krzysztof katarzyna małgorzata agnieszka andrzej tomasz paweł adam marcin magdalena "
    "jiří pavel tomáš petr jana lenka ivan sergei sergey dmitri dmitry olga tatiana natalia "
    "vladimir mikhail alexei andrei nikolai иван александр сергей андрей дмитрий алексей михаил "
    "владимир николай ольга татьяна наталья елена мария анна екатерина павел антон виктор юрий "
    "борис игорь олег максим константин валентина ирина светлана юлия людмила галина "
    "grażyna michał marek jerzy zbigniew ewa joanna stanisław jakub wojciech "
    # Nordic
    "lars erik sven anders johan magnus mikael anna eva kristina søren jens niels mette kirsten "
    "bjørn kari mika juha antti päivi "
    # Turkish, Greek, Hungarian, Romanian, Arabic, Indian
    "mehmet mustafa ayşe fatma aylin mert emre zeynep elif murat hüseyin ahmet giorgos maria "
    "dimitris nikos lászló istvan istván katalin zoltán "
    "ion andreea mihai mohamed mohammed ahmed fatima hassan omar rajesh priya sanjay anil rajiv "
    "sunil anita sunita ravi suresh ramesh vijay deepak amit pradeep manoj sandeep"
)
