"""Checks the columns of a register one by one with pandera: types, lengths, allowed values, the form of dates."""

import sys

import pandas
import pandera.pandas as pandera

day = pandera.Check.str_matches(r"^\d\d\.\d\d\.\d{4}$")
name = [pandera.Check.str_length(1, 60), pandera.Check.str_matches(r"^[А-ЯЁ][а-яё-]+$")]
schema = pandera.DataFrameSchema(
    {
        "№ п/п": pandera.Column(int, pandera.Check.ge(1)),
        "Фамилия": pandera.Column(str, name),
        "Имя": pandera.Column(str, name),
        "Отчество": pandera.Column(str, name),
        "Пол": pandera.Column(str, pandera.Check.isin(["м", "ж"])),
        "Дата рождения": pandera.Column(str, day),
        "Место рождения": pandera.Column(str, pandera.Check.str_length(1, 200)),
        "Дата смерти": pandera.Column(str, day, nullable=True),
        "Гражданство": pandera.Column(str, pandera.Check.isin(["СССР", "гражданин СССР"])),
        "Награда": pandera.Column(
            str, pandera.Check.isin(["Герой Советского Союза", "Герой Социалистического Труда"])
        ),
        "Дата указа": pandera.Column(str, day),
        "№ указа": pandera.Column(float, pandera.Check.ge(1), nullable=True),
        "Кем присвоено": pandera.Column(
            str, pandera.Check.isin(["ПВС СССР", "Президиум Верховного Совета СССР"])
        ),
    }
)
try:
    schema.validate(pandas.read_csv(sys.argv[1]), lazy=True)
except pandera.errors.SchemaErrors as errors:
    print(len(errors.failure_cases))
