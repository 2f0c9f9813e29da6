-- Every throw is a hash of the seed, a purpose and a thing, never random(): the
-- content depends on neither the order of rows nor the number of threads.
set variable seed = $seed;
set variable folder = $folder;
set variable customers = $customers;
set variable days = $days;
set variable messy = $messy;
set variable activity = $activity;
set variable first_day = cast($last_day as date) - ($days - 1);
set variable last_day = cast($last_day as date);

-- The rows of a file stand in the order of their arrival.
set preserve_insertion_order = true;

-- 64 independent bits. Hashed twice, since hashes of several arguments are xor-ed:
-- hashed once, two purposes would only differ by a constant.
create macro dice(purpose, thing) as
    hash(hash(thing, getvariable('seed'), purpose));

-- One of the four 16-bit faces of a throw, as a number from 0 up to, not including, 1.
create macro face(throw, which) as
    ((throw >> (16 * which)) & 65535)::double / 65536;

-- A whole number from 0 up to, not including, n.
create macro pick(throw, which, n) as floor(face(throw, which) * n)::integer;

-- Exponential waiting time: most are short, a few very long.
create macro wait(throw, which, mean) as -ln(1 - face(throw, which)) * mean;

-- One in twelve is a customer of a second, small tenant, and half of their ids are those
-- of customers of the first one.
create macro tenant_of(person) as
    if(person >= ceil(getvariable('customers') * 0.92), 'globex', 'acme');
create macro customer_of(person) as
    'c' || (
        person + 1
        - if(
            person >= ceil(getvariable('customers') * 0.92),
            ceil(getvariable('customers') * 0.04)::integer,
            0
        )
    );
