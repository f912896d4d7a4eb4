"""Puts the works of this page into the database that CATALOGUE names."""

import os

import pandas
import sqlalchemy

engine = sqlalchemy.create_engine(os.environ["CATALOGUE"])
pandas.read_csv("works.csv").to_sql("works", engine, index=False, if_exists="replace")
