with seed_maps as (

    select
        segment_map,
        rfm_code,
        segment
    from {{ ref('rfm_segment_map') }}

),

range_maps as (

    select
        cast(maps.segment_map as varchar) as segment_map,
        cast(maps.rfm_code as varchar) as rfm_code,
        cast(maps.segment as varchar) as segment
    from (
        values
        (null, null, null)
        {%- for name, ranges in rfm_maps().items() %}
        {%- for code, segment in rfm_map_rows(ranges).items() %},
        ({{ sql_text(name) }}, '{{ code }}', {{ sql_text(segment) }})
        {%- endfor %}
        {%- endfor %}
    ) as maps (segment_map, rfm_code, segment)
    where maps.segment_map is not null

),

final as (

    select * from seed_maps
    union all
    select * from range_maps

)

select * from final
