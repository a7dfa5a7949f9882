using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace Glidepath.Storage.Privacy;

// EF Core's own hook for this, IMaterializationInterceptor, makes two delegates for each property of each row. Its source of readers can
// only be extended by the class that EF marks as internal: where that changes, this does not compile.
#pragma warning disable EF1001

/// <summary>Puts <see cref="EntryLoad"/> into the compiled reader of each query that brings entries of the record or sealed fields.</summary>
internal sealed class RecordShaper(StructuralTypeMaterializerSourceDependencies dependencies)
    : StructuralTypeMaterializerSource(dependencies),
        IStructuralTypeMaterializerSource
{
    private static readonly MethodInfo Load = typeof(EntryLoad).GetMethod(nameof(EntryLoad.Load))!;

    Expression IStructuralTypeMaterializerSource.CreateMaterializeExpression(
        StructuralTypeMaterializerSourceParameters parameters,
        Expression materializationContextExpression
    )
    {
        var made = CreateMaterializeExpression(parameters, materializationContextExpression);
        if (parameters.StructuralType is not IEntityType type || !EntryLoad.Concerns(type.ClrType))
            return made;
        var context = Expression.Property(materializationContextExpression, nameof(MaterializationContext.Context));
        return Expression.Convert(Expression.Call(Expression.Constant(EntryLoad.Of(type)), Load, made, context), made.Type);
    }
}

#pragma warning restore EF1001

/// <summary>
/// What befalls each entry on its way from the store: it is refused where its kind was not granted for its patient, noted for the audit
/// where it was, and its sealed fields are opened, so that the domain sees plain text and the database never does.
/// </summary>
internal sealed class EntryLoad
{
    private static readonly ConcurrentDictionary<IEntityType, EntryLoad> Made = [];

    private static readonly Func<object, object> Copy = typeof(object)
        .GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!
        .CreateDelegate<Func<object, object>>();

    private readonly string _name;
    private readonly string _table;
    private readonly bool _isRecord;
    private readonly PropertyInfo[] _keys;
    private readonly (PropertyInfo Property, KeyScope Scope, DataClass? Own)[] _fields;

    private EntryLoad(IEntityType type)
    {
        _name = StoredAsAttribute.NameOf(type.ClrType);
        _table = type.GetTableName()!;
        _isRecord = typeof(IPatientRecord).IsAssignableFrom(type.ClrType);
        _keys = [.. type.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!)];
        var own = RecordClasses.FieldsOf(type.ClrType);
        _fields =
        [
            .. SealedFields
                .Of(type.ClrType)
                .Select(f => (f.Property, f.Scope, own.TryGetValue(f.Property.Name, out var kind) ? (DataClass?)kind : null)),
        ];
    }

    public static EntryLoad Of(IEntityType type) => Made.GetOrAdd(type, static t => new EntryLoad(t));

    public static bool Concerns(Type entity) => typeof(IPatientRecord).IsAssignableFrom(entity) || SealedFields.Of(entity).Length > 0;

    /// <exception cref="UngrantedAccessException">Its kind was not granted for its patient.</exception>
    /// <exception cref="UnauditedAccessException">No unit of work is open.</exception>
    public object Load(object entity, DbContext context)
    {
        var db = (GlidepathDbContext)context;
        var patientId = Guid.Empty;
        if (_isRecord)
        {
            patientId = ((IPatientRecord)entity).PatientId;
            var scope = db.Scope ?? throw new UnauditedAccessException(_name);
            scope.Load(patientId, entity.GetType(), _name);
            scope.RequireWriter(entity, _name, "loaded");
            RequireChosen(scope, entity, patientId);
        }
        foreach (var (property, scope, own) in _fields)
            if (own is { } kind && db.Scope is { IsDeciding: false } open && !open.Grants.MayLoad(patientId, kind))
                property.SetValue(entity, null);
            else if (property.GetValue(entity) is string text)
                property.SetValue(entity, FieldCipher.Open(SealedFields.KeyOf(db, patientId, scope), Place(entity, property.Name), text));
            else if (property.GetValue(entity) is byte[] bytes)
                property.SetValue(entity, FieldCipher.Open(SealedFields.KeyOf(db, patientId, scope), Place(entity, property.Name), bytes));
        return entity;
    }

    /// <summary>Who asks for entries of a chosen kind asks for those that are open: one that is not is refused as any other kind.</summary>
    private void RequireChosen(RecordScope scope, object entity, Guid patientId)
    {
        if (entity is IOfChosenClass { Holds: var holds } && !scope.IsDeciding && !scope.Grants.MayLoad(patientId, holds))
            throw new UngrantedAccessException(_name, holds.ToString(), "loaded");
    }

    /// <summary>What was read only to decide is now to be seen: the same refusal, note and fields as if it came from the store.</summary>
    /// <returns>A copy: what decides stays whole, and may be read by others.</returns>
    public T Show<T>(T decided, GlidepathDbContext db)
        where T : class, IPatientRecord
    {
        var scope = db.Scope ?? throw new UnauditedAccessException(_name);
        scope.Load(decided.PatientId, typeof(T), _name);
        RequireChosen(scope, decided, decided.PatientId);
        var shown = (T)Copy(decided);
        foreach (var (property, _, own) in _fields)
            if (own is { } kind && !scope.IsDeciding && !scope.Grants.MayLoad(decided.PatientId, kind))
                property.SetValue(shown, null);
        return shown;
    }

    private string Place(object entity, string property) =>
        FieldCipher.Place(
            _table,
            property,
            _keys is [var only] ? $"{only.GetValue(entity)}" : string.Join('+', _keys.Select(k => k.GetValue(entity)))
        );
}
