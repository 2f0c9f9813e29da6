{#-
  A query for how many members each pair of segments of a tenant shares: tenant_id,
  segment_id, other_segment_id (the greater of the two), shared_count; no row for none.

  members: a relation with tenant_id, segment_id, customer_number, from 0. A segment's
  members are bits, and a pair is counted with one `and` per block of customers, which
  costs a third of a join of members with members.
-#}
{% macro shared_member_counts(members) %}
    {{ return(adapter.dispatch('shared_member_counts', 'segmentation')(members)) }}
{% endmacro %}

{% macro default__shared_member_counts(members) %}
    {%- set block_size = 8192 -%}
    with blocks as (

        select
            tenant_id,
            segment_id,
            customer_number // {{ block_size }} as block_number,
            bitstring_agg(
                cast(customer_number % {{ block_size }} as integer), 0, {{ block_size - 1 }}
            ) as member_bits
        from {{ members }}
        group by tenant_id, segment_id, block_number

    )

    select
        blocks.tenant_id,
        blocks.segment_id,
        others.segment_id as other_segment_id,
        cast(
            sum(bit_count(blocks.member_bits & others.member_bits)) as bigint
        ) as shared_count
    from blocks
    inner join blocks as others
        on
            blocks.tenant_id = others.tenant_id
            and blocks.block_number = others.block_number
            and blocks.segment_id < others.segment_id
    group by blocks.tenant_id, blocks.segment_id, others.segment_id
    having sum(bit_count(blocks.member_bits & others.member_bits)) > 0
{% endmacro %}
