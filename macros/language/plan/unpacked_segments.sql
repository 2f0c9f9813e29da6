{#-
  The rest of a query whose CTE `packed` has columns with eight segments in the bits of
  each: one row per segment and customer in it.

  packs: the columns. names: list of SQL rows (place, segment_id), eight to a column.
-#}
{% macro unpacked_segments(packs, names) %}
    {% set query %}packs as (

    {{ unnested_columns('packed', ['tenant_id', 'customer_id'], packs) }}

),

bits as (

    select
        packs.number as value,
        places.number as place
    from ({{ number_series(1, 256) }}) as packs
    cross join ({{ number_series(0, 8) }}) as places
    where packs.number % cast(power(2, places.number + 1) as integer)
        >= cast(power(2, places.number) as integer)

),

segments as (

    select *
    from (
        values
        {{ names | join(',\n        ') }}
    ) as segments (number, segment_id)

)

select
    packs.tenant_id,
    segments.segment_id,
    packs.customer_id
from packs
inner join bits on packs.value = bits.value
inner join segments on packs.number * 8 + bits.place = segments.number
{%- endset %}
    {{ return(query) }}
{% endmacro %}
