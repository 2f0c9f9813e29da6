-- Where people are. Weights sum to 1000; offsets are hours from UTC, without summer time.
create table cities as
with listed as (
    select
        (row_number() over () - 1)::utinyint as city_code,
        city_list.*,
    from (
        values
        ('US', 'New York', 'New York', 40.71, -74.01, 'America/New_York', -5, 'en', 'USD', 90),
        ('US', 'CA', 'Los Angeles', 34.05, -118.24, 'America/Los_Angeles', -8, 'en', 'USD', 70),
        ('US', 'California', 'San Francisco', 37.77, -122.42, 'America/Los_Angeles', -8, 'en', 'USD', 50),
        ('US', 'Illinois', 'Chicago', 41.88, -87.63, 'America/Chicago', -6, 'en', 'USD', 50),
        ('US', 'Texas', 'Austin', 30.27, -97.74, 'America/Chicago', -6, 'en', 'USD', 50),
        ('US', 'TX', 'Houston', 29.76, -95.37, 'America/Chicago', -6, 'en', 'USD', 35),
        ('US', 'Florida', 'Miami', 25.76, -80.19, 'America/New_York', -5, 'en', 'USD', 40),
        ('US', 'Massachusetts', 'Boston', 42.36, -71.06, 'America/New_York', -5, 'en', 'USD', 30),
        ('US', 'Washington', 'Seattle', 47.61, -122.33, 'America/Los_Angeles', -8, 'en', 'USD', 30),
        ('US', 'OH', 'Columbus', 39.96, -83.00, 'America/New_York', -5, 'en', 'USD', 25),
        ('US', 'District of Columbia', 'Washington', 38.91, -77.04, 'America/New_York', -5, 'en', 'USD', 15),
        ('GB', 'England', 'London', 51.51, -0.13, 'Europe/London', 0, 'en', 'GBP', 90),
        ('GB', 'Scotland', 'Edinburgh', 55.95, -3.19, 'Europe/London', 0, 'en', 'GBP', 25),
        ('DE', 'Berlin', 'Berlin', 52.52, 13.41, 'Europe/Berlin', 1, 'de', 'EUR', 70),
        ('DE', 'Bavaria', 'Munich', 48.14, 11.58, 'Europe/Berlin', 1, 'de', 'EUR', 40),
        ('FR', 'Île-de-France', 'Paris', 48.86, 2.35, 'Europe/Paris', 1, 'fr', 'EUR', 60),
        ('ES', 'Catalonia', 'Barcelona', 41.39, 2.17, 'Europe/Madrid', 1, 'es', 'EUR', 40),
        ('NL', 'North Holland', 'Amsterdam', 52.37, 4.90, 'Europe/Amsterdam', 1, 'nl', 'EUR', 35),
        ('CA', 'Ontario', 'Toronto', 43.65, -79.38, 'America/Toronto', -5, 'en', 'USD', 40),
        ('JP', 'Tokyo', 'Tokyo', 35.68, 139.69, 'Asia/Tokyo', 9, 'ja', 'JPY', 25),
        ('AU', 'New South Wales', 'Sydney', -33.87, 151.21, 'Australia/Sydney', 10, 'en', 'USD', 30),
        ('IN', 'Karnataka', 'Bengaluru', 12.97, 77.59, 'Asia/Kolkata', 5, 'en', 'USD', 30),
        ('BR', 'São Paulo', 'São Paulo', -23.55, -46.63, 'America/Sao_Paulo', -3, 'pt', 'USD', 30)
    ) as city_list (
        country, region, city, latitude, longitude, timezone, utc_hours, language,
        currency, weight
    )
)

select
    listed.* replace (listed.utc_hours::integer as utc_hours),
    (sum(listed.weight) over (order by listed.city_code) - listed.weight)::integer
        as first_slot,
from listed;

create table city_slots as
select
    (first_slot + unnest(range(weight)))::integer as slot,
    city_code,
    utc_hours,
from cities;

-- How many units one dollar buys, roughly; yen have no smaller coin.
create table price_levels as
from (
    values ('USD', 1.00, 0.01), ('EUR', 0.92, 0.01), ('GBP', 0.79, 0.01),
    ('JPY', 150.00, 1.00)
) as listed (currency, per_usd, coin);

create macro price_of(usd, per_usd, coin) as
    (round(usd * per_usd / coin) * coin)::decimal(18, 2);

create table prices as
select
    cities.city_code,
    products.product_code,
    price_levels.currency,
    price_of(products.price_usd, price_levels.per_usd, price_levels.coin) as price,
from cities
inner join price_levels on cities.currency = price_levels.currency
cross join products;
