delete from core.findings
where origin = 'store'
    and code = 'superseded'
    and document_id in (
        select document_id
        from core.documents
        where list_contains($review_ids::varchar[], review_id)
    );
