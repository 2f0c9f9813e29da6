-- Where people are. Weights sum to 1000; offsets are hours from UTC, all year.
create table city_list as
from (
    values
    ('US', 'New York', 'New York', 40.7, -74.0, 'America/New_York', -5, 90),
    ('US', 'CA', 'Los Angeles', 34.0, -118.2, 'America/Los_Angeles', -8, 70),
    ('US', 'California', 'San Francisco', 37.7, -122.4, 'America/Los_Angeles', -8, 50),
    ('US', 'Illinois', 'Chicago', 41.8, -87.6, 'America/Chicago', -6, 50),
    ('US', 'Texas', 'Austin', 30.2, -97.7, 'America/Chicago', -6, 50),
    ('US', 'TX', 'Houston', 29.7, -95.3, 'America/Chicago', -6, 35),
    ('US', 'Florida', 'Miami', 25.7, -80.1, 'America/New_York', -5, 40),
    ('US', 'Massachusetts', 'Boston', 42.3, -71.0, 'America/New_York', -5, 30),
    ('US', 'Washington', 'Seattle', 47.6, -122.3, 'America/Los_Angeles', -8, 30),
    ('US', 'OH', 'Columbus', 39.9, -83.0, 'America/New_York', -5, 25),
    ('US', 'DC', 'Washington', 38.9, -77.0, 'America/New_York', -5, 15),
    ('GB', 'England', 'London', 51.5, -0.1, 'Europe/London', 0, 90),
    ('GB', 'Scotland', 'Edinburgh', 55.9, -3.1, 'Europe/London', 0, 25),
    ('DE', 'Berlin', 'Berlin', 52.5, 13.4, 'Europe/Berlin', 1, 70),
    ('DE', 'Bavaria', 'Munich', 48.1, 11.5, 'Europe/Berlin', 1, 40),
    ('FR', 'Île-de-France', 'Paris', 48.8, 2.3, 'Europe/Paris', 1, 60),
    ('ES', 'Catalonia', 'Barcelona', 41.3, 2.1, 'Europe/Madrid', 1, 40),
    ('NL', 'North Holland', 'Amsterdam', 52.3, 4.9, 'Europe/Amsterdam', 1, 35),
    ('CA', 'Ontario', 'Toronto', 43.6, -79.3, 'America/Toronto', -5, 40),
    ('JP', 'Tokyo', 'Tokyo', 35.6, 139.6, 'Asia/Tokyo', 9, 25),
    ('AU', 'New South Wales', 'Sydney', -33.8, 151.2, 'Australia/Sydney', 10, 30),
    ('IN', 'Karnataka', 'Bengaluru', 12.9, 77.5, 'Asia/Kolkata', 5, 30),
    ('BR', 'São Paulo', 'São Paulo', -23.5, -46.6, 'America/Sao_Paulo', -3, 30)
) as listed (country, region, city, latitude, longitude, timezone, utc_hours, weight);

create table countries as
from (
    values
    ('US', 'en', 'USD'),
    ('GB', 'en', 'GBP'),
    ('DE', 'de', 'EUR'),
    ('FR', 'fr', 'EUR'),
    ('ES', 'es', 'EUR'),
    ('NL', 'nl', 'EUR'),
    ('CA', 'en', 'USD'),
    ('JP', 'ja', 'JPY'),
    ('AU', 'en', 'USD'),
    ('IN', 'en', 'USD'),
    ('BR', 'pt', 'USD')
) as listed (country, language, currency);

-- How many units one dollar buys, roughly; yen have no smaller coin.
create table price_levels as
from (
    values ('USD', 1.00, 0.01), ('EUR', 0.92, 0.01), ('GBP', 0.79, 0.01),
    ('JPY', 150.00, 1.00)
) as listed (currency, per_usd, coin);

create macro price_of(usd, per_usd, coin) as
    (round(usd * per_usd / coin) * coin)::decimal(18, 2);

create table cities as
with numbered as (
    select
        (row_number() over () - 1)::utinyint as city_code,
        city_list.*
    from city_list
)

select
    numbered.* replace (numbered.utc_hours::integer as utc_hours),
    countries.language,
    countries.currency,
    price_levels.per_usd,
    price_levels.coin,
    (sum(numbered.weight) over (order by numbered.city_code) - numbered.weight)::integer
        as first_slot
from numbered
inner join countries on numbered.country = countries.country
inner join price_levels on countries.currency = price_levels.currency;

create table city_slots as
select
    (first_slot + unnest(range(weight)))::integer as slot,
    city_code,
    utc_hours
from cities;
