"""Given names that few but people bear."""

from __future__ import annotations

from validator.text.names.particles import word_set

GIVEN = word_set(
    # what parents call children, and founders seldom companies
    "james robert michael william david richard joseph charles thomas christopher daniel matthew "
    "anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald "
    "edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott "
    "benjamin samuel gregory alexander patrick jack dennis jerry john mary patricia jennifer linda "
    "elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley kimberly "
    "emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca laura helen "
    "sharon cynthia kathleen amy angela anna ruth brenda pamela nicole katherine jane alice "
    "hans peter klaus wolfgang jürgen günter stefan michaela sabine petra jean pierre jacques "
    "philippe françois marie nathalie isabelle josé juan luis carlos manuel jesús maría ana "
    "giuseppe giovanni antonio mario luigi francesca giulia joão pedro paulo jan pieter johannes "
    "lars erik sven ingrid ivan sergei dmitri olga tatiana natalia vladimir mikhail alexei"
)
