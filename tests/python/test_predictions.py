"""What BG/NBD is fitted to and expects: published figures, another implementation, and time."""

from __future__ import annotations

import math
import os
import random
import shutil
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest
from conftest import add_input, copy_project, query, run_dbt
from segment_world import PROJECT
from tiny_events import COLUMNS, NO_TESTS, event, write_csv

from segments.language import Language

SHARED = Path(os.environ.get("SEGMENTATION_TEST_DATA", PROJECT.parent / "shared" / "data"))
CDNOW = SHARED / "cdnow_sample" / "CDNOW_sample.txt"
needs_cdnow = pytest.mark.skipif(
    not CDNOW.exists(), reason=f"{CDNOW} is not there; set SEGMENTATION_TEST_DATA"
)
PARAMETERS = ("r", "alpha", "a", "b")
#: a history: repeat days, weeks to the last order, weeks since the first
History = tuple[int, float, float]


@pytest.fixture(scope="module")
def macros() -> Language:
    return Language(PROJECT, folders=("macros/predictions", "macros/platform"))


def fitted(macros: Language, histories: list[History], prior: float = 0) -> dict[str, float]:
    """The parameters and the log likelihood that the SQL finds."""
    with duckdb.connect() as connection:
        connection.execute(
            "create table histories (tenant_id text, cut_date date, x bigint, recency double,"
            " age double, customer_count double)"
        )
        connection.executemany(
            "insert into histories values ('t', date '2000-01-01', ?, ?, ?, ?)",
            [(*history, count) for history, count in sorted(Counter(histories).items())],
        )
        names = ", ".join(PARAMETERS)
        steps = macros.purchase_steps("histories", "starts")
        row = connection.execute(
            "with recursive starts as (select tenant_id, cut_date, 0.3 as r_start, 0.3 /"
            " (sum(customer_count * x) / sum(customer_count * age)) as alpha_start,"
            f" 0.8 as a_start, 2.0 as b_start, {prior} as prior_weight from histories"
            " group by all),"
            f" steps as ({steps}) select {names}, log_likelihood, is_converged from steps"
            " order by step desc limit 1"
        ).fetchone()
    assert row[-1], "the search came to its end"
    return dict(zip((*PARAMETERS, "log_likelihood"), row, strict=False))


def likelihood(histories: list[History], r: float, alpha: float, a: float, b: float) -> float:
    """The log likelihood as the paper's equation 6 has it, with log gammas."""

    def beta(p: float, q: float) -> float:
        return math.lgamma(p) + math.lgamma(q) - math.lgamma(p + q)

    total = 0.0
    for (x, last, age), count in Counter(histories).items():
        same = math.lgamma(r + x) - math.lgamma(r) + r * math.log(alpha) - beta(a, b)
        alive = math.exp(beta(a, b + x) - (r + x) * math.log(alpha + age))
        gone = math.exp(beta(a + 1, b + x - 1) - (r + x) * math.log(alpha + last)) if x else 0
        total += count * (same + math.log(alive + gone))
    return total


def cdnow(until: date) -> list[History]:
    days: dict[str, set[date]] = {}
    for line in CDNOW.read_text().splitlines():
        _, person, day, *_ = line.split()
        bought = date(int(day[:4]), int(day[4:6]), int(day[6:]))
        if bought <= until:
            days.setdefault(person, set()).add(bought)
    return [
        (len(d) - 1, (max(d) - min(d)).days / 7, (until - min(d)).days / 7) for d in days.values()
    ]


def simulated(count: int, seed: int, r: float, alpha: float, a: float, b: float) -> list[History]:
    """Customers as the model says that they are, seen for 26 to 52 weeks."""
    dice, found = random.Random(seed), []
    for _ in range(count):
        rate, chance = dice.gammavariate(r, 1 / alpha), dice.betavariate(a, b)
        age, time, x, last = dice.randint(182, 364) / 7, 0.0, 0, 0.0
        while True:
            time += dice.expovariate(rate)
            if time > age:
                break
            x, last = x + 1, time
            if dice.random() < chance:
                break
        found.append((x, last, age))
    return found


@needs_cdnow
def test_the_published_fit(macros: Language) -> None:
    histories = cdnow(date(1997, 9, 30))
    found = fitted(macros, histories)
    assert [round(found[name], 3) for name in PARAMETERS] == [0.243, 4.414, 0.793, 2.426]
    assert round(found["log_likelihood"], 2) == -9582.43
    same = likelihood(histories, *(found[name] for name in PARAMETERS))
    assert math.isclose(found["log_likelihood"], same, rel_tol=1e-10)


def test_parameters_of_a_simulated_population_are_found(macros: Language) -> None:
    truth = dict(zip(PARAMETERS, (0.6, 5.0, 0.8, 2.5), strict=True))
    histories = simulated(6_000, 1, **truth)
    found = fitted(macros, histories)
    top = [found[name] for name in PARAMETERS]
    assert math.isclose(found["log_likelihood"], likelihood(histories, *top), rel_tol=1e-10)
    for place, name in enumerate(PARAMETERS):
        assert abs(math.log(found[name] / truth[name])) < 0.25, (name, found[name])
        # it is a top: one percent to either side is lower
        for factor in (0.99, 1.01):
            beside = [value * (factor if place == at else 1) for at, value in enumerate(top)]
            assert likelihood(histories, *beside) < found["log_likelihood"]


def test_where_nobody_goes_a_prior_keeps_the_search_from_running_away(macros: Language) -> None:
    dice = random.Random(3)
    histories = [(x := dice.randint(0, 9), 50.0 * (x > 0), 52.0) for _ in range(300)]
    found = fitted(macros, histories, prior=1)
    assert 0.001 < found["a"] < 100 and 0.01 < found["b"] < 10_000


def expected(macros: Language, days: list[int], x: int, age: float, **parameters: float) -> list:
    with duckdb.connect() as connection:
        values = ", ".join(f"{value}::double as {name}" for name, value in parameters.items())
        connection.execute(
            "create table pairs as select 't' as tenant_id, date '2000-01-01' as cut_date,"
            f" {x} as x, {age}::double as age, {values}"
        )
        sql = macros.expected_orders_query("pairs", days)
        columns = ", ".join(f"orders_{number}" for number in days)
        return list(connection.execute(f"select {columns} from ({sql})").fetchone())


PUBLISHED = {"r": 0.242595, "alpha": 4.413602, "a": 0.792922, "b": 2.425907}


def test_published_expectations(macros: Language) -> None:
    new = expected(macros, [1, 7, 21, 224, 546], 0, 0, **PUBLISHED)
    assert [round(value, 4) for value in new] == [0.0078, 0.0532, 0.1506, 1.0437, 1.858]
    r, alpha, a, b = PUBLISHED.values()
    [there] = expected(macros, [273], 2, 38.86, **PUBLISHED)
    alive = 1 / (1 + a / (b + 1) * ((alpha + 38.86) / (alpha + 30.43)) ** (r + 2))
    assert round(alive * there, 3) == 1.226


@pytest.mark.parametrize("a", [0.05, 0.5, 3.0, 40.0])
@pytest.mark.parametrize("x", [0, 1, 7, 60])
def test_expectations_are_the_series(macros: Language, a: float, x: int) -> None:
    """Of the closed form, 2F1 as its series; b + x is kept from 1, where it has none."""
    r, alpha, b, age, weeks = 0.7, 9.0, 1.3, 30.0, 52.0
    [found] = expected(macros, [364], x, age, r=r, alpha=alpha, a=a, b=b)
    z, term, series = weeks / (alpha + age + weeks), 1.0, 1.0
    first, second, third = r + x, b + x, a + b + x - 1
    for n in range(4_000):
        term *= (first + n) * (second + n) / (third + n) * z / (n + 1)
        series += term
    shrunk = ((alpha + age) / (alpha + age + weeks)) ** first
    assert found == pytest.approx(third / (a - 1) * (1 - shrunk * series), rel=1e-6)


# a small shop, day by day, through the documented interface
SHOP_BEGAN, SHOP_ENDS = date(2023, 1, 1), date(2024, 6, 28)
BUILD = ("build", "--select", "+customer_ltv_predictions", "+prediction_accuracy",
         "+prediction_parameters", "+customer_value", *NO_TESTS)  # fmt: skip
MODELS = ("customer_ltv_predictions", "prediction_accuracy", "prediction_parameters")


def orders(seed: int = 5, customers: int = 500) -> list[dict]:
    dice, rows = random.Random(seed), []
    for person in range(customers):
        day = SHOP_BEGAN + timedelta(days=dice.randint(0, 400))
        rate, chance = dice.gammavariate(1.2, 1 / 30), dice.betavariate(1, 6)
        worth, place = dice.uniform(10, 90), 0
        while day <= SHOP_ENDS:
            rows.append(
                event(
                    f"{person}-{place}",
                    customer_id=f"c{person}",
                    event_at=f"{day}T10:00:00Z",
                    loaded_at=f"{day + timedelta(days=1)}T00:00:00Z",
                    event_value=f"{worth * dice.uniform(0.7, 1.3):.2f}",
                )
            )
            if dice.random() < chance:
                break
            day += timedelta(days=max(1, round(dice.expovariate(rate))))
            place += 1
    return rows


def shop(folder: Path, rows: list[dict]) -> Path:
    project = copy_project(folder)
    add_input(project, "tiny", events=("csv", "events_*.csv", COLUMNS))
    write_csv(project / "events_1.csv", rows)
    return project


def build(project: Path, *options: str, **variables: str) -> None:
    done = run_dbt(project, *BUILD, *options, vars={"inputs": "tiny"} | variables)
    assert done.returncode == 0, done.stdout


def tables(project: Path) -> dict[str, list[tuple]]:
    return {name: query(project, f"from {name} order by all") for name in MODELS}


@pytest.fixture(scope="module")
def sold(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[tuple]]]:
    """The shop as of a day that has three months behind it, and all that was predicted there."""
    project = shop(tmp_path_factory.mktemp("sold"), orders())
    build(project, as_of_date="2024-03-29")
    return project, tables(project)


def test_predictions_beat_who_has_none_and_come_true(sold) -> None:
    project, _ = sold
    build(project, as_of_date=str(SHOP_ENDS))
    rows = query(
        project,
        "select auc, naive_auc, calibration_error, orders_mean_error, naive_orders_mean_error,"
        " abs(orders_total_error) from prediction_accuracy where model = 'orders'"
        " order by cut_date",
    )
    assert len(rows) == 2
    for auc, naive_auc, calibration, error, naive_error, total in rows:
        assert auc > naive_auc and error < naive_error
        assert calibration < 0.12 and total < 0.15


def test_nothing_after_the_day_is_seen(sold, tmp_path: Path) -> None:
    _, before = sold
    moved = [
        row | {"event_value": "9999", "event_at": "2024-06-27T10:00:00Z"}
        if row["event_at"] > "2024-03-30"
        else row
        for row in orders()
    ]
    project = shop(tmp_path, moved)
    build(project, as_of_date="2024-03-29")
    assert tables(project) == before


def test_a_backtest_says_what_was_said_on_its_day(tmp_path: Path) -> None:
    for name in ("then", "now"):
        (tmp_path / name).mkdir()
    then = shop(tmp_path / "then", orders())
    build(then, as_of_date="2024-03-25")
    now = shop(tmp_path / "now", orders())
    build(now, as_of_date=str(SHOP_ENDS))
    said = (
        "select customer_id, order_days, silence_chance, orders_soon, order_value"
        " from int_purchase_predictions where cut_date = date '2024-03-25' and purpose = {}"
        " order by customer_id"
    )
    rows = query(then, said.format("'score'"))
    assert len(rows) == 500 and query(now, said.format("'backtest'")) == rows


def test_day_after_day_is_one_refresh_and_gives_the_same_digits(sold, tmp_path: Path) -> None:
    _, before = sold
    late = [row for place, row in enumerate(orders()) if place % 40 == 0]
    project = shop(tmp_path, [row for place, row in enumerate(orders()) if place % 40])
    build(project, as_of_date="2024-02-01")
    build(project, as_of_date="2024-03-29")
    write_csv(project / "events_2.csv", late)
    build(project, as_of_date="2024-03-29")
    assert tables(project) == before
    shutil.rmtree(project / "target", ignore_errors=True)
    build(project, "--full-refresh", as_of_date="2024-03-29")
    assert tables(project) == before


def test_too_few_customers_are_told_and_not_guessed(tmp_path: Path) -> None:
    project = shop(tmp_path, orders(customers=20))
    build(project, as_of_date=str(SHOP_ENDS))
    told = "select distinct parameter, is_converged from prediction_parameters"
    assert query(project, told) == [("none", False)]
    silent = "select distinct churn_probability, predicted_ltv_1year from customer_ltv_predictions"
    assert query(project, silent) == [(None, None)]


@needs_cdnow
def test_cdnow_out_of_sample(tmp_path: Path) -> None:
    """Half a year ahead of the sample's last day, through the documented interface."""
    rows = []
    for number, line in enumerate(CDNOW.read_text().splitlines()):
        _, person, day, _, value = line.split()
        at = f"{day[:4]}-{day[4:6]}-{day[6:]}"
        rows.append(
            event(
                str(number), customer_id=person, event_at=f"{at}T10:00:00Z", event_value=value,
                loaded_at="1998-07-01T00:00:00Z",
            )
        )  # fmt: skip
    project = shop(tmp_path, rows)
    build(project, as_of_date="1998-06-30")
    [row] = query(
        project,
        "select auc, naive_auc, calibration_error, orders_mean_error < naive_orders_mean_error,"
        " orders_total_error, cut_date from prediction_accuracy where model = 'orders'"
        " and cut_date = (select max(cut_date) from prediction_accuracy)",
    )
    auc, naive_auc, calibration, is_nearer, total, _ = row
    assert auc >= 0.78 and auc > naive_auc and is_nearer
    assert calibration <= 0.03, calibration
    assert abs(total) <= 0.2, total
