{#-
  The query of the members of all segments on as_of_date: tenant_id, segment_id,
  customer_id.

  One pass over the customers evaluates every segment; eight of them share a small
  number, one bit each, and a look-up of the bits of a number gives the rows. One branch
  or one query per segment is many times slower: see docs/decisions.

  build: what segment_build() gives; its context knows the leaves afterwards.
-#}
{% macro segment_evaluations_query(build) %}
    {% set names, packs = [], {} %}
    {% for definition in build.definitions if definition.name not in build.wrong %}
        {% set place = names | length %}
        {% do packs.setdefault('pack_' ~ (place // 8), []).append(
            'case when ' ~ compile_segment(definition.name, build.context) ~ ' then '
            ~ 2 ** (place % 8) ~ ' else 0 end'
        ) %}
        {% do names.append('(' ~ place ~ ', ' ~ sql_text(definition.name) ~ ')') %}
    {% endfor %}
    {% if not names %}
        {{ return(
            "select tenant_id, 'none' as segment_id, customer_id\nfrom "
            ~ ref('int_customers') ~ '\nwhere false'
        ) }}
    {% endif %}
    {% set flags = {} %}
    {% for name, bits in packs.items() %}
        {% do flags.update(
            {name: 'cast(\n        ' ~ (bits | join('\n        + ')) ~ '\n    as smallint)'}
        ) %}
    {% endfor %}
    {{ return(
        'with packed as (\n\n' ~ flags_query(flags, build.context) ~ '\n\n),\n\n'
        ~ unpacked_segments(flags.keys() | list, names)
    ) }}
{% endmacro %}
