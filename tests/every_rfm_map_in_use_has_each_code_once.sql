with scores as (

    select digits.digit
    from (values (1), (2), (3), (4), (5)) as digits (digit)

),

maps as (

    {% for model in rfm_models().values() -%}
    select {{ sql_text(model.segment_map) }} as segment_map
    {% if not loop.last %}union distinct{% endif %}
    {% endfor %}
),

expected_codes as (

    select
        maps.segment_map,
        cast(100 * r.digit + 10 * f.digit + m.digit as varchar) as rfm_code
    from maps
    cross join scores as r
    cross join scores as f
    cross join scores as m

),

mapped_codes as (

    select
        segment_map,
        rfm_code,
        count(*) as row_count
    from {{ ref('int_rfm_segments') }}
    where segment_map in (select maps.segment_map from maps)
    group by segment_map, rfm_code

),

final as (

    select
        coalesce(expected_codes.segment_map, mapped_codes.segment_map) as segment_map,
        coalesce(expected_codes.rfm_code, mapped_codes.rfm_code) as rfm_code,
        coalesce(mapped_codes.row_count, 0) as row_count
    from expected_codes
    full outer join mapped_codes
        on
            expected_codes.segment_map = mapped_codes.segment_map
            and expected_codes.rfm_code = mapped_codes.rfm_code
    where
        expected_codes.rfm_code is null
        or mapped_codes.row_count is distinct from 1

)

select * from final
