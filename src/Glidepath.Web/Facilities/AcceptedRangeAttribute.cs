using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;

namespace Glidepath.Web.Facilities;

/// <summary>A range whose error says the field as a body names it, what was read and what is accepted.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AcceptedRangeAttribute(double least, double most, string unit = "") : RangeAttribute(least, most)
{
    public string Unit => unit;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        IsValid(value)
            ? ValidationResult.Success
            : new ValidationResult(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{JsonNamingPolicy.CamelCase.ConvertName(validationContext.MemberName ?? "")}: read {value}; accepted: {Minimum} to "
                        + $"{Maximum}{(Unit.Length > 0 ? " " + Unit : "")}."
                ),
                [validationContext.MemberName ?? ""]
            );
}
