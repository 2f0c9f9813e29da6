-- What is noted of who is erased before they are: hashes, and their transitions as sums.
create table if not exists erased_customers (customer_hash varchar, erased_at timestamp);
create table if not exists erased_transitions (
    tenant_id varchar,
    segment_id varchar,
    transition varchar,
    reason varchar,
    transition_count bigint,
    as_of_date date,
    last_evaluated_date date
);
create or replace temp table erased_ids as
select distinct anonymous_id
from base_events
where
    tenant_id = {{ tenant | literal }}
    and customer_id = {{ customer | literal }}
    and anonymous_id is not null;

insert into erased_customers
select
    sha256({{ (salt ~ tenant ~ '/' ~ customer) | literal }}),
    now() at time zone 'UTC'
where sha256({{ (salt ~ tenant ~ '/' ~ customer) | literal }}) not in (
    select customer_hash from erased_customers
);

insert into erased_customers
select
    sha256({{ (salt ~ tenant ~ '/anonymous/') | literal }} || anonymous_id),
    now() at time zone 'UTC'
from erased_ids
where sha256({{ (salt ~ tenant ~ '/anonymous/') | literal }} || anonymous_id) not in (
    select customer_hash from erased_customers
);
