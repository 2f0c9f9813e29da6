{#- An expression that changes when seeds/event_roles.csv does: a setting of rollups. -#}
{% macro roles_version() %}
    {{ return(
        '(select bit_xor(' ~ hash_of([row_as_json('roles')]) ~ ') from ' ~ ref('event_roles') ~ ' as roles)'
    ) }}
{% endmacro %}
