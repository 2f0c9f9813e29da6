{#-
  Amounts keep ten decimals, where they had four. Files whose rows are all here are read
  again, since their amounts were rounded, and their lines were not counted. Customers and
  subscriptions are read anew into tables that there were not.
-#}
{% macro upgrade_to_1() %}
    {% set archived = load_relation(archive_table('archived_files')) %}
    {% set statements = retyped_columns('base_events', ['event_value'], 'decimal(38, 10)')
        + retyped_columns(
            'int_customer_event_days',
            ['event_value', 'negative_event_value', 'min_event_value', 'max_event_value',
             'last_event_value'],
            'decimal(38, 10)'
        )
        + retyped_columns('int_customer_order_days', ['order_value'], 'decimal(38, 10)') %}
    {% if load_relation(stored_table('base_events')) %}
        {% do statements.append(
            'update ' ~ stored_table('base_events') ~ " set file_version = ''"
            ~ (' where source_file not in (select source_file from ' ~ archived ~ ')'
               if archived else '')
        ) %}
    {% endif %}
    {{ return(statements | join(';\n')) }}
{% endmacro %}
