using System.Linq.Expressions;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// The papers of a person that are open to somebody: each is a document and of one more kind, and is asked for only where both were
/// granted.
/// </summary>
internal static class DocumentParts
{
    /// <summary>One for each kind that can be chosen: a part is read only where all that it needs is open.</summary>
    public static IReadOnlyList<RecordPart<DocumentReference>> All { get; } = [.. DocumentReference.Choosable.Select(Of)];

    /// <summary>Kinds of papers that the actor may read of this person; they are granted by being asked for.</summary>
    public static async Task<IReadOnlyList<DataClass>> OpenAsync(
        RecordAccess access,
        GlidepathDbContext db,
        Actor actor,
        Guid patientId,
        CancellationToken cancellationToken
    )
    {
        var may = await access.AllowedAsync(db, actor, patientId, AccessAction.Read, DocumentReference.Choosable, cancellationToken);
        return may.Contains(DataClass.Documents) ? [.. DocumentReference.Choosable.Where(may.Contains)] : [];
    }

    /// <param name="open">As <see cref="OpenAsync"/> gave it.</param>
    public static IQueryable<DocumentReference> Documents(this GlidepathDbContext db, Guid patientId, IReadOnlyList<DataClass> open) =>
        db.Set<DocumentReference>().Where(d => d.PatientId == patientId && open.Contains(d.Holds));

    private static RecordPart<DocumentReference> Of(DataClass holds)
    {
        var document = Expression.Parameter(typeof(DocumentReference), "d");
        return RecordPart.Of(
            Expression.Lambda<Func<DocumentReference, bool>>(
                Expression.Equal(Expression.Property(document, nameof(DocumentReference.Holds)), Expression.Constant(holds)),
                document
            ),
            holds
        );
    }
}
